import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Permission, SharedLinkType } from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { upload } from '../harness/uploads.ts';
import { addUser, type Guest } from '../harness/users.ts';

suite('shared links', () => {
  let server: Heirloom;
  let ada: Account;
  let bob: Guest;
  let shared: string;
  let own: string;
  let albumId: string;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    bob = await addUser(server, ada, 'Bob');
    [shared, own] = (await Promise.all(['shared', 'own'].map(send))) as [string, string];
    const createAlbumDto = { albumName: 'Brittany', assetIds: [shared] };
    albumId = (await immich.createAlbum({ createAlbumDto }, ada.withKey)).id;
  });
  after(() => server?.stop());

  async function send(name: string): Promise<string> {
    const answer = await upload(ada.withKey, { name: `${name}.jpg`, content: name });
    return ((await answer.json()) as { id: string }).id;
  }

  const create = (terms = {}) =>
    immich.createSharedLink(
      { sharedLinkCreateDto: { type: SharedLinkType.Individual, assetIds: [shared], ...terms } },
      ada.withKey,
    );

  test('open what they share, and nothing else', async () => {
    const { key } = await create();
    const anonymous = nobody(server);
    assert.equal((await immich.getMySharedLink({ key }, anonymous)).assets[0]!.id, shared);
    assert.equal((await immich.getAssetInfo({ id: shared, key }, anonymous)).originalFileName, 'shared.jpg');
    assert.equal(await (await immich.downloadAsset({ id: shared, key }, anonymous)).text(), 'shared');
    await refuses(immich.getAssetInfo({ id: own, key }, anonymous), 400);
    await refuses(immich.getAlbumInfo({ id: albumId, key }, anonymous), 400);
    await refuses(immich.getTimeBuckets({ key }, anonymous), 400);
    for (const closed of ['albums', 'users/me', 'timeline/buckets', 'assets/statistics', 'shared-links']) {
      assert.ok([400, 403].includes((await fetch(`${server.api}/${closed}?key=${key}`)).status), closed);
    }
  });

  test('lead to an album, whose contents they follow', async () => {
    const { key, id } = await create({ type: SharedLinkType.Album, albumId, slug: 'brittany', allowUpload: true });
    const album = await immich.getAlbumInfo({ id: albumId, slug: 'brittany' }, nobody(server));
    assert.deepEqual([album.hasSharedLink, album.shared, album.assetCount], [true, true, 1]);
    await immich.getAlbumMapMarkers({ id: albumId, key }, nobody(server));
    const answer = await upload({ baseUrl: server.api, headers: { 'x-immich-share-key': key } }, { name: 'guest.jpg', content: 'guest' });
    assert.equal(answer.status, 201);
    assert.equal((await immich.getAlbumInfo({ id: albumId }, ada.withKey)).assetCount, 2);
    await refuses(create({ slug: 'brittany' }), 400, /slug/);
    const page = await fetch(`${server.url}/s/brittany`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /property="og:title" content="Brittany"/);
    await immich.removeSharedLink({ id }, ada.withKey);
    assert.equal((await fetch(`${server.url}/share/${key}`)).status, 404);
    await refuses(immich.getAlbumInfo({ id: albumId, key }, nobody(server)), 401);
  });

  test('ask for their password on every route, and remember that it was given', async () => {
    const { key, id, password } = await create({ password: 'sesame' });
    assert.equal(password, 'sesame');
    await refuses(immich.getMySharedLink({ key }, nobody(server)), 401, /^Password required$/);
    await refuses(immich.getAssetInfo({ id: shared, key }, nobody(server)), 401, /^Password required$/);
    await refuses(immich.sharedLinkLogin({ key, sharedLinkLoginDto: { password: 'guess' } }, nobody(server)), 401);
    await immich.sharedLinkLogin({ key, sharedLinkLoginDto: { password: 'sesame' } }, nobody(server));
    const login = await fetch(`${server.api}/shared-links/login?key=${key}`, {
      method: 'POST',
      body: JSON.stringify({ password: 'sesame' }),
    });
    const [cookie] = login.headers.getSetCookie();
    assert.match(cookie!, /^immich_shared_link_token=[^;]+;.*max-age=86400/i);
    const holder = { baseUrl: server.api, headers: { cookie: cookie!.split(';')[0]! } };
    assert.equal((await immich.getAssetInfo({ id: shared, key }, holder)).id, shared);
    const changed = await immich.updateSharedLink({ id, sharedLinkEditDto: { password: null } }, ada.withKey);
    assert.equal(changed.password, null);
    await immich.getMySharedLink({ key }, nobody(server));
  });

  test('hide metadata when they are told to', async () => {
    const { key, allowDownload } = await create({ showMetadata: false, allowDownload: true });
    assert.equal(allowDownload, false);
    const asset = (await (await fetch(`${server.api}/assets/${shared}?key=${key}`)).json()) as Record<string, unknown>;
    assert.equal(asset.hasMetadata, false);
    assert.equal('originalFileName' in asset || 'ownerId' in asset || 'exifInfo' in asset, false);
    await refuses(immich.downloadAsset({ id: shared, key }, nobody(server)), 400);
  });

  test('are closed while their owner is deleted', async () => {
    const cem = await addUser(server, ada, 'Cem');
    const createAlbumDto = { albumName: 'Anatolia' };
    const { id } = await immich.createAlbum({ createAlbumDto }, cem.withSession);
    const sharedLinkCreateDto = { type: SharedLinkType.Album, albumId: id };
    const { key } = await immich.createSharedLink({ sharedLinkCreateDto }, cem.withSession);
    await immich.getAlbumInfo({ id, key }, nobody(server));
    await immich.deleteUserAdmin({ id: cem.userId, userAdminDeleteDto: {} }, ada.withKey);
    await refuses(immich.getAlbumInfo({ id, key }, nobody(server)), 401);
    assert.equal((await fetch(`${server.url}/share/${key}`)).status, 404);
    await immich.restoreUserAdmin({ id: cem.userId }, ada.withKey);
    await immich.getAlbumInfo({ id, key }, nobody(server));
  });

  test('are listed, filled and ended by their owner alone', async () => {
    const { id } = await create({ expiresAt: '2999-01-01T00:00:00.000Z' });
    assert.equal((await immich.getAllSharedLinks({ id }, ada.withKey))[0]!.expiresAt, '2999-01-01T00:00:00.000Z');
    assert.deepEqual(await immich.getAllSharedLinks({}, bob.withSession), []);
    const assetIdsDto = { assetIds: [own] };
    assert.deepEqual(await immich.addSharedLinkAssets({ id, assetIdsDto }, ada.withKey), [{ assetId: own, success: true }]);
    assert.equal((await immich.removeSharedLinkAssets({ id, assetIdsDto }, ada.withKey))[0]!.success, true);
    await immich.getSharedLinkById({ id }, ada.withKey);
    await refuses(immich.getSharedLinkById({ id }, bob.withSession), 400);
    await refuses(immich.removeSharedLink({ id }, bob.withSession), 400);
    await refuses(immich.getAllSharedLinks({}, nobody(server)), 401);
    const apiKeyCreateDto = { name: 'reader', permissions: [Permission.SharedLinkRead] };
    const { secret } = await immich.createApiKey({ apiKeyCreateDto }, ada.withSession);
    await refuses(immich.removeSharedLink({ id }, withKey(server, secret)), 403, /sharedLink.delete/);
    const refusal = await refuses(immich.createSharedLink({ sharedLinkCreateDto: {} as never }, ada.withKey), 400);
    assert.deepEqual(refusal.errors?.[0]?.path, ['type']);
  });
});
