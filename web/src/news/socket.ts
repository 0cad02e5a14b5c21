/** Who hears what comes over a socket. */
export interface SocketListener {
  up(): void;
  down(): void;
  event(name: string, args: readonly unknown[]): void;
}

/** How long to wait before each further attempt. */
const PAUSES = [1000, 2000, 5000, 15_000, 30_000];

/** As much of socket.io 4 as it takes to listen, over a websocket that is opened again when it breaks. */
export function listenAt(url: string, listener: SocketListener): () => void {
  let socket: WebSocket;
  let retry: ReturnType<typeof setTimeout>;
  let silence: ReturnType<typeof setTimeout>;
  let patience = PAUSES.at(-1)!;
  let attempts = 0;
  let isUp = false;
  let isStopped = false;

  const open = () => {
    socket = new WebSocket(url);
    socket.onmessage = ({ data }) => receive(String(data));
    socket.onclose = () => {
      clearTimeout(silence);
      if (isUp) listener.down();
      isUp = false;
      if (!isStopped) retry = setTimeout(open, PAUSES[Math.min(attempts++, PAUSES.length - 1)]);
    };
  };

  const receive = (packet: string) => {
    const text = packet.slice(packet.search(/[[{]|$/));
    if (packet.startsWith("0")) {
      const { pingInterval, pingTimeout } = JSON.parse(text) as { pingInterval: number; pingTimeout: number };
      patience = pingInterval + pingTimeout;
      socket.send("40");
    } else if (packet === "2") {
      socket.send("3");
    } else if (packet.startsWith("40")) {
      isUp = true;
      attempts = 0;
      listener.up();
    } else if (packet.startsWith("42")) {
      const [name, ...args] = JSON.parse(text) as [string, ...unknown[]];
      listener.event(name, args);
    } else if (packet.startsWith("41")) {
      socket.close();
    }
    clearTimeout(silence);
    silence = setTimeout(() => socket.close(), patience);
  };

  open();
  return () => {
    isStopped = true;
    clearTimeout(retry);
    clearTimeout(silence);
    socket.close();
  };
}
