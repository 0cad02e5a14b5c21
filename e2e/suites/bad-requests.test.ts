import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { assertNoStackTrace } from '../harness/output.ts';

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

  test('a body larger than any honest one', async () => {
    const body = `{"ids":["${'x'.repeat(11_000_000)}"]}`;
    const answer = await fetch(`${server.api}/assets`, { method: 'DELETE', headers: jsonHeaders(), body }).catch(() => undefined);
    assert.ok(!answer || answer.status === 413 || answer.status === 400, `status ${answer?.status}`);
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
