import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, suite, test } from 'node:test';
import { type Socket, io } from 'socket.io-client';
import { type Account, nobody, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';
import { assertIsA } from '../harness/wire.ts';

interface Heard {
  name: string;
  args: any[];
}

suite('the websocket', () => {
  const sockets: Socket[] = [];
  let server: Heirloom;
  let ada: Account;
  let photos: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photos = filesBelow(generatePhotos(3));
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
  after(() => server?.stop());

  test('welcomes with the version, whether by header, cookie or API key', async () => {
    const { accessToken } = await login();
    for (const headers of [
      { authorization: `Bearer ${accessToken}` },
      { cookie: `immich_access_token=${accessToken}` },
      { 'x-immich-user-token': accessToken },
      { 'x-api-key': ada.apiKey },
    ] as Record<string, string>[]) {
      const { heard } = open(headers);
      const [version] = await event(heard, 'on_server_version');
      assert.deepEqual(version, { major: 3, minor: 2, patch: 2, prerelease: null });
    }
  });

  test('turns strangers away', async () => {
    for (const headers of [{}, { authorization: 'Bearer nonsense' }, { cookie: 'immich_access_token=' }] as Record<string, string>[]) {
      const { socket, heard } = open(headers);
      assert.deepEqual(await event(heard, 'error'), ['unauthorized']);
      await until('it is disconnected', () => !socket.connected);
    }
  });

  test('tells an upload, what the trash does, and the end', async () => {
    const { heard } = open(ada.withSession.headers!);
    await event(heard, 'on_server_version');
    const id = await uploadFile(ada.withKey, photos[0]!);
    const [asset] = await event(heard, 'on_upload_success');
    assertIsA('AssetResponseDto', asset);
    assert.equal(asset.id, id);
    const [ready] = await event(heard, 'AssetUploadReadyV2');
    assertIsA('SyncAssetV2', ready.asset);
    assertIsA('SyncAssetExifV1', ready.exif);
    assert.deepEqual([ready.asset.id, ready.exif.assetId], [id, id]);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [id] } }, ada.withKey);
    assert.deepEqual(await event(heard, 'on_asset_trash'), [[id]]);
    await immich.restoreAssets({ bulkIdsDto: { ids: [id] } }, ada.withKey);
    assert.deepEqual(await event(heard, 'on_asset_restore'), [[id]]);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [id], force: true } }, ada.withKey);
    assert.deepEqual(await event(heard, 'on_asset_delete'), [id]);
  });

  test('shows hidden uploads to nobody but those who keep a copy', async () => {
    const { heard } = open(ada.withSession.headers!);
    await event(heard, 'on_server_version');
    const id = await uploadFile(ada.withKey, photos[1]!, { visibility: 'hidden' });
    assert.equal((await event(heard, 'AssetUploadReadyV2'))[0].asset.id, id);
    assert.ok(heard.every(({ name }) => name !== 'on_upload_success'));
  });

  test('has no other transport and no other namespace', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${server.api}/socket.io/?EIO=4&transport=polling`, { method });
      assert.equal(answer.status, 400);
      assert.deepEqual(await answer.json(), { code: 0, message: 'Transport unknown' });
    }
    const { socket } = open(ada.withSession.headers!, '/admin');
    const failure = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    assert.equal(failure.message, 'Invalid namespace');
  });

  test('survives nonsense', async () => {
    const socket = new WebSocket(`${server.api.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
    await once(socket, 'open');
    for (const packet of ['', '9', '42', '42["x"', '40{{', '4', 'x'.repeat(1000)]) {
      socket.send(packet);
    }
    const { heard } = open(ada.withSession.headers!);
    await event(heard, 'on_server_version');
    socket.close();
  });

  test('does not keep the server from stopping', async () => {
    const { socket, heard } = open(ada.withSession.headers!);
    await event(heard, 'on_server_version');
    await jobsDone(ada.withKey);
    const begin = Date.now();
    assert.equal((await server.stop()).code, 130);
    assert.ok(Date.now() - begin < 15_000);
    await until('the socket is closed', () => !socket.connected);
  });

  function open(headers: Record<string, string>, namespace = ''): { socket: Socket; heard: Heard[] } {
    const { origin } = new URL(server.url);
    const socket = io(`${origin}${namespace}`, {
      path: '/api/socket.io',
      transports: ['websocket'],
      extraHeaders: headers,
      forceNew: true,
      reconnection: false,
    });
    sockets.push(socket);
    const heard: Heard[] = [];
    socket.onAny((name: string, ...args) => heard.push({ name, args }));
    return { socket, heard };
  }

  /** The arguments of the event, once it is heard. */
  async function event(heard: Heard[], name: string): Promise<any[]> {
    const found = await until(`${name} is heard`, () => heard.find((one) => one.name === name), 30);
    return found.args;
  }

  const login = () =>
    immich.login({ loginCredentialDto: { email: ada.email, password: ada.password } }, nobody(server));
});
