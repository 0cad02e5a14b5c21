import { type Socket, io } from 'socket.io-client';
import { until } from './until.ts';

/** The websocket as the official client of socket.io opens it, with everything that it was told. */
export class EventListener {
  readonly events: { name: string; args: any[] }[] = [];
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.onAny((name: string, ...args: any[]) => this.events.push({ name, args }));
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventListener> {
    const socket = io(url, { path: '/api/socket.io', transports: ['websocket'], extraHeaders: headers, reconnection: false, forceNew: true });
    const listener = new EventListener(socket);
    await until('the websocket is connected', () => socket.connected);
    return listener;
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  named(name: string): any[][] {
    return this.events.filter((event) => event.name === name).map(({ args }) => args);
  }

  close(): void {
    this.#socket.close();
  }
}
