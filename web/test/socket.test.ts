import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { newsOf } from "../src/news/events.ts";
import { listenAt } from "../src/news/socket.ts";

/** A server's end, as the page sees it. */
class FakeSocket {
  static opened: FakeSocket[] = [];
  readonly sent: string[] = [];
  onmessage: (message: { data: string }) => void = () => {};
  onclose: () => void = () => {};

  constructor() {
    FakeSocket.opened.push(this);
  }

  send(packet: string): void {
    this.sent.push(packet);
  }

  close(): void {
    this.onclose();
  }

  receive(...packets: string[]): void {
    for (const data of packets) this.onmessage({ data });
  }
}

const OPEN = '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}';

beforeEach(() => {
  FakeSocket.opened = [];
  Object.assign(globalThis, { WebSocket: FakeSocket });
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

function listening() {
  const heard: string[] = [];
  const stop = listenAt("ws://somewhere", {
    up: () => heard.push("up"),
    down: () => heard.push("down"),
    event: (name, args) => heard.push(`${name} ${JSON.stringify(args)}`),
  });
  return { heard, stop };
}

test("joins, answers pings and hears events", () => {
  const { heard } = listening();
  const [socket] = FakeSocket.opened;
  socket!.receive(OPEN, '40{"sid":"b"}', "2", '42["on_asset_trash",["x","y"]]', '42["on_config_update"]');
  assert.deepEqual(socket!.sent, ["40", "3"]);
  assert.deepEqual(heard, ["up", 'on_asset_trash [["x","y"]]', "on_config_update []"]);
});

test("opens the socket again when it breaks, later and later, until it is stopped", () => {
  const { heard, stop } = listening();
  FakeSocket.opened[0]!.receive(OPEN, "40");
  FakeSocket.opened[0]!.close();
  assert.deepEqual(heard, ["up", "down"]);
  mock.timers.tick(1000);
  assert.equal(FakeSocket.opened.length, 2);
  FakeSocket.opened[1]!.close();
  mock.timers.tick(1000);
  assert.equal(FakeSocket.opened.length, 2);
  mock.timers.tick(1000);
  assert.equal(FakeSocket.opened.length, 3);
  stop();
  mock.timers.tick(60_000);
  assert.equal(FakeSocket.opened.length, 3);
  assert.deepEqual(heard, ["up", "down"]);
});

test("takes a server that falls silent for gone", () => {
  const { heard } = listening();
  FakeSocket.opened[0]!.receive(OPEN, "40");
  mock.timers.tick(44_999);
  assert.deepEqual(heard, ["up"]);
  mock.timers.tick(1);
  assert.deepEqual(heard, ["up", "down"]);
});

test("events become news", () => {
  assert.deepEqual(newsOf("on_asset_trash", [["a", "b"]]), { kind: "trashed", ids: ["a", "b"] });
  assert.deepEqual(newsOf("on_asset_delete", ["a"]), { kind: "deleted", ids: ["a"] });
  assert.deepEqual(newsOf("on_upload_success", [{}]), { kind: "prepared" });
  assert.equal(newsOf("on_server_version", [{}]), undefined);
});
