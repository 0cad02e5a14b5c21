import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { assertNoStackTrace } from '../harness/output.ts';
import { scale } from '../harness/scale.ts';
import { until } from '../harness/until.ts';
import { upload } from '../harness/uploads.ts';

suite('bad requests', () => {
  let server: Heirloom;
  let ada: Account;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
  });
  after(async () => {
    const ended = await server?.stop();
    if (ended) {
      assertNoStackTrace(ended.output);
    }
  });

  test('a bad API key', async () => {
    await isRefused('GET', '/users/me', 401, { headers: { 'x-api-key': 'wrong' } });
  });

  test('a malformed UUID in the path', async () => {
    for (const path of ['/assets/not-a-uuid', '/assets/not-a-uuid/thumbnail', '/assets/..%2f..%2fetc/original']) {
      const { message } = await isRefused('GET', path, 400);
      assert.match(message, /^(Validation failed|Invalid UUID)/, path);
    }
  });

  test('a malformed UUID in the body', async () => {
    const { errors } = await isRefused('DELETE', '/assets', 400, { body: '{"ids":["nope"]}' });
    assert.equal(errors?.[0]?.message, 'Invalid UUID');
    assert.deepEqual(errors?.[0]?.path, ['ids', 0]);
  });

  test('malformed JSON', async () => {
    for (const body of ['{"ids":', '', '[]', '"text"', 'null', '{"ids": 5}']) {
      await isRefused('DELETE', '/assets', 400, { body });
    }
  });

  test('JSON that is deeper than any honest one', async () => {
    await isRefused('POST', '/search/metadata', 400, { body: '['.repeat(100_000) });
  });

  test('a body larger than any honest one, whether it says so or not', async () => {
    const piece = 'x'.repeat(1 << 20);
    const pieces = ['{"ids":["', ...Array<string>(11).fill(piece), '"]}'];
    const length = String(pieces.join('').length);
    for (const framing of [['content-length', length], ['transfer-encoding', 'chunked']] as const) {
      const { status, body } = await send('DELETE', '/assets', Object.fromEntries([framing]), pieces);
      assert.ok(status === 400 || status === 413, `${status} ${body}`);
      assert.equal(typeof (JSON.parse(body) as Refusal).message, 'string');
    }
  });

  test('headers and addresses longer than any honest one', async () => {
    const long = 'a'.repeat(100_000);
    await isRefused('GET', '/server/ping', 431, { headers: { 'x-long': long } });
    await isRefused('GET', `/server/ping?long=${long}`, 414);
    await isRefused('GET', '/users/me', 431, { headers: { cookie: `immich_access_token=${long}` } });
    assert.equal((await fetch(`${server.api}/server/ping`)).status, 200);
  });

  test('forged cookies', async () => {
    const token = ada.withSession.headers!.authorization!.slice('Bearer '.length);
    const forged = ['wrong', '', '""', '%00', `${token}x`, token.slice(1), [...token].reverse().join(''), `${token},${token}`, "' or 1=1 --", 'é', 'a'.repeat(5_000)];
    for (const value of forged) {
      await isRefused('GET', '/users/me', 401, { headers: { cookie: encodeURI(`immich_access_token=${value}`) } });
    }
    await isRefused('GET', '/users/me', 401, { headers: { cookie: 'immich_is_authenticated=true; immich_auth_type=password' } });
    // The first credential counts, even when a good one stands beside it.
    await isRefused('GET', '/users/me', 401, { headers: { cookie: `immich_access_token=${token}`, 'x-immich-share-key': 'wrong' } });
    await isRefused('GET', '/users/me', 401, { headers: { cookie: 'immich_access_token=wrong', 'x-api-key': ada.apiKey } });
    assert.equal((await fetch(`${server.api}/users/me`, { headers: { cookie: `immich_access_token=${token}` } })).status, 200);
  });

  test('forged cursors', async () => {
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = ['', 'x', '!!', '../..', encoded({ offset: -1 }), encoded({ offset: 1e18 }), encoded({ offset: 'x' }), encoded([]), encoded(null), '9'.repeat(5_000)];
    for (const cursor of forged) {
      const { errors } = await isRefused('POST', '/search/metadata', 400, { body: JSON.stringify({ cursor }) });
      assert.deepEqual(errors?.[0]?.path, ['cursor'], cursor.slice(0, 40));
    }
    for (const page of [-1, 0, 1.5, 1e18]) {
      await isRefused('POST', '/search/metadata', 400, { body: JSON.stringify({ page }) });
    }
  });

  test('forged acknowledgements', async () => {
    const headers = { ...ada.withSession.headers, 'content-type': 'application/json' };
    for (const ack of ['', 'x', 'Nonsense|1', 'AssetV2', 'AssetV2|', 'AssetV2|x', "AssetV2|' or 1=1", '|', 'AssetV2|1|2|3|4']) {
      await isRefused('POST', '/sync/ack', 400, { headers, body: JSON.stringify({ acks: [ack] }) });
    }
    await isRefused('POST', '/sync/ack', 400, { headers, body: JSON.stringify({ acks: Array<string>(1001).fill('AssetV2|x') }) });
    await isRefused('POST', '/sync/stream', 400, { headers, body: '{"types":["AssetsV1"]}' });
    await isRefused('POST', '/sync/stream', 400, { headers, body: '{"types":["Nonsense"]}' });
  });

  test('uploads that never end keep nobody waiting', async () => {
    const sockets = await Promise.all(Array.from({ length: scale(300, 1000) }, (_, number) => stalledUpload(number)));
    const start = performance.now();
    for (let turn = 0; turn < 10; turn++) {
      assert.equal((await fetch(`${server.api}/users/me`, ada.withKey)).status, 200);
    }
    const whole = await upload(ada.withKey, { name: 'whole.jpg', content: 'not stalled' });
    assert.equal(whole.status, 201, await whole.text());
    assert.ok(performance.now() - start < 10_000, 'others are served meanwhile');
    assert.ok(stagedFiles() > 0, 'the stalled uploads have begun');
    sockets.forEach((socket) => socket.destroy());
    await until('what they left behind is gone', () => stagedFiles() === 0);
  });

  test('requests that never end their headers keep nobody waiting', async () => {
    const sockets = await Promise.all(
      Array.from({ length: scale(300, 1000) }, () => connected('GET /api/server/ping HTTP/1.1\r\nHost: x\r\nX-Slow: ')),
    );
    assert.equal((await fetch(`${server.api}/server/ping`)).status, 200);
    sockets.forEach((socket) => socket.destroy());
  });

  test('query values that are none', async () => {
    await isRefused('GET', '/timeline/buckets?isFavorite=maybe', 400);
    await isRefused('GET', '/timeline/buckets?order=sideways', 400);
    await isRefused('GET', '/timeline/bucket?timeBucket=someday', 400);
    await isRefused('GET', '/timeline/bucket', 400);
    await isRefused('GET', '/timeline/buckets?visibility=locked', 401);
  });

  test('dates without a zone', async () => {
    await isRefused('POST', '/search/metadata', 400, { body: '{"takenAfter":"2024-01-01T00:00:00"}' });
  });

  test('a login without its fields', async () => {
    const { errors } = await isRefused('POST', '/auth/login', 400, { body: '{"email":"ada@example.com"}' });
    assert.deepEqual(errors?.[0]?.path, ['password']);
  });

  test('an upload that is not a form', async () => {
    await isRefused('POST', '/assets', 400, { body: '{}' });
  });

  const staging = () => join(server.data, 'originals/.staging');
  const stagedFiles = () => (existsSync(staging()) ? readdirSync(staging()).length : 0);

  /** Begins an upload of a gigabyte, and stops after some bytes of the file. */
  async function stalledUpload(number: number): Promise<Socket> {
    const field = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n2024-05-01T10:00:00.000Z\r\n`;
    return connected(
      `POST /api/assets HTTP/1.1\r\nHost: x\r\nX-Api-Key: ${ada.apiKey}\r\nContent-Length: 1000000000\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\n\r\n${field('fileCreatedAt')}${field('fileModifiedAt')}` +
        `--x\r\nContent-Disposition: form-data; name="assetData"; filename="slow${number}.jpg"\r\n\r\nthe first bytes`,
    );
  }

  async function connected(text: string): Promise<Socket> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => {});
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  }

  /** Sends a body in pieces, and reads the answer even when it comes before the last of them. */
  async function send(method: string, path: string, framing: Record<string, string>, pieces: string[]): Promise<{ status: number; body: string }> {
    const sent = request(server.api + path, { method, headers: { ...jsonHeaders(), ...framing } });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    sent.on('error', () => {});
    pieces.forEach((piece) => sent.write(piece));
    sent.end();
    const [answer] = await answered;
    return { status: answer.statusCode!, body: await text(answer) };
  }

  interface Refusal {
    message: string;
    errors?: { path: (string | number)[]; message: string }[];
  }

  async function isRefused(method: string, path: string, status: number, options: RequestInit = {}): Promise<Refusal> {
    const answer = await fetch(server.api + path, { method, headers: jsonHeaders(), ...options });
    const text = await answer.text();
    assert.equal(answer.status, status, `${method} ${path} ${String(options.body).slice(0, 40)}: ${text}`);
    assert.match(answer.headers.get('content-type') ?? '', /json/);
    const body = JSON.parse(text) as Refusal;
    assert.equal(typeof body.message, 'string');
    assertNoStackTrace(text);
    return body;
  }

  const jsonHeaders = () => ({ ...ada.withKey.headers, 'content-type': 'application/json' });
});
