import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { login } from '@immich/sdk';
import { type Account, nobody, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';
import { assertIsA } from '../harness/wire.ts';

/** The home-screen widgets of the mobile app: no headers, the token of the app's session in the address. */
suite('home-screen widgets', () => {
  let server: Heirloom;
  let ada: Account;
  let token: string;
  let id: string;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    token = (await login({ loginCredentialDto: { email: ada.email, password: ada.password } }, nobody(server))).accessToken;
    id = await uploadFile(ada.withKey, filesBelow(generatePhotos(1, { seed: 51 }))[0]!);
    await jobsDone(ada.withKey);
  });
  after(() => server?.stop());

  test('choose a picture', async () => {
    const [picture] = (await json('POST', '/search/random', { size: 1 })) as { id: string }[];
    assertIsA('AssetResponseDto', picture);
    assert.equal(picture!.id, id);
  });

  test('choose an album', async () => {
    assert.deepEqual(await json('GET', '/albums'), []);
  });

  test('show the preview', async () => {
    const answer = await fetch(address(`/assets/${id}/thumbnail?size=preview`));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
  });

  test('do nothing with a token that is none', async () => {
    for (const wrong of ['', 'wrong', `${token}x`]) {
      assert.equal((await fetch(`${server.api}/users/me?sessionKey=${wrong}`)).status, 401, wrong);
    }
  });

  test('do nothing after the logout', async () => {
    assert.equal((await fetch(address('/users/me'))).status, 200);
    await fetch(address('/auth/logout'), { method: 'POST' });
    assert.equal((await fetch(address('/users/me'))).status, 401);
  });

  const address = (path: string) => `${server.api}${path}${path.includes('?') ? '&' : '?'}sessionKey=${encodeURIComponent(token)}`;

  async function json(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(address(path), {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, `${method} ${path}: ${text}`);
    return JSON.parse(text);
  }
});
