import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { AlbumUserRole, AssetOrder, AssetVisibility, BulkIdErrorReason, Permission } from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { upload } from '../harness/uploads.ts';
import { addUser, type Guest } from '../harness/users.ts';

suite('albums', () => {
  let server: Heirloom;
  let ada: Account;
  let bob: Guest;
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    bob = await addUser(server, ada, 'Bob');
    ids = await Promise.all(['a', 'b', 'c'].map((name) => send(ada.withKey, name)));
  });
  after(() => server?.stop());

  async function send(caller: Account['withKey'], name: string): Promise<string> {
    const answer = await upload(caller, { name: `${name}.jpg`, content: name });
    return ((await answer.json()) as { id: string }).id;
  }

  async function create(albumName: string, assetIds = ids, role?: AlbumUserRole): Promise<string> {
    const albumUsers = role ? [{ userId: bob.userId, role }] : undefined;
    return (await immich.createAlbum({ createAlbumDto: { albumName, assetIds, albumUsers } }, ada.withKey)).id;
  }

  test('are made, shown, changed and deleted', async () => {
    const id = await create('Brittany');
    const album = await immich.getAlbumInfo({ id }, ada.withKey);
    assert.equal(album.assetCount, 3);
    assert.equal(album.shared, false);
    assert.equal(album.albumUsers[0]!.role, AlbumUserRole.Owner);
    assert.ok(ids.includes(album.albumThumbnailAssetId!));
    const updateAlbumDto = { albumName: 'Normandy', order: AssetOrder.Asc, albumThumbnailAssetId: ids[1] };
    const changed = await immich.updateAlbumInfo({ id, updateAlbumDto }, ada.withKey);
    assert.deepEqual([changed.albumName, changed.order, changed.albumThumbnailAssetId], ['Normandy', 'asc', ids[1]]);
    assert.deepEqual((await immich.getAllAlbums({ name: 'Normandy' }, ada.withKey)).map((found) => found.id), [id]);
    assert.equal((await immich.getAllAlbums({ assetId: ids[0] }, ada.withKey)).some((found) => found.id === id), true);
    await immich.getAlbumStatistics(ada.withKey);
    assert.deepEqual(await immich.getAlbumMapMarkers({ id }, ada.withKey), []);
    await immich.deleteAlbum({ id }, ada.withKey);
    await refuses(immich.getAlbumInfo({ id }, ada.withKey), 400, /^Not found or no album.read access$/);
  });

  test('tell of each asset whether it came or left', async () => {
    const id = await create('Bulk', []);
    const unknown = randomUUID();
    const bulkIdsDto = { ids: [ids[0]!, unknown, ids[0]!] };
    assert.deepEqual(await immich.addAssetsToAlbum({ id, bulkIdsDto }, ada.withKey), [
      { id: ids[0], success: true },
      { id: unknown, success: false, error: BulkIdErrorReason.NoPermission },
      { id: ids[0], success: false, error: BulkIdErrorReason.Duplicate },
    ]);
    const removed = await immich.removeAssetFromAlbum({ id, bulkIdsDto }, ada.withKey);
    assert.deepEqual(removed.map(({ error }) => error), [undefined, 'not_found', 'duplicate']);
    const albumsAddAssetsDto = { albumIds: [id], assetIds: ids };
    assert.deepEqual(await immich.addAssetsToAlbums({ albumsAddAssetsDto }, ada.withKey), { success: true });
  });

  test('take as many assets in one call as the official CLI sends', async () => {
    const id = await create('Huge', []);
    const many = [...ids, ...Array.from({ length: 65_000 - ids.length }, () => randomUUID())];
    const outcomes = await immich.addAssetsToAlbum({ id, bulkIdsDto: { ids: many } }, ada.withKey);
    assert.deepEqual(outcomes.map((outcome) => outcome.id), many);
    assert.equal(outcomes.filter(({ success }) => success).length, ids.length);
  });

  test('are seen by their users, each by its role', async () => {
    const id = await create('Ours');
    await refuses(immich.getAlbumInfo({ id }, bob.withSession), 400);
    await refuses(immich.getAssetInfo({ id: ids[0]! }, bob.withSession), 400);
    const addUsersDto = { albumUsers: [{ userId: bob.userId, role: AlbumUserRole.Viewer }] };
    assert.equal((await immich.addUsersToAlbum({ id, addUsersDto }, ada.withKey)).shared, true);
    const seen = await immich.getAlbumInfo({ id }, bob.withSession);
    assert.deepEqual(seen.contributorCounts, [{ userId: ada.userId, assetCount: 3 }]);
    assert.equal((await immich.getAssetInfo({ id: ids[0]! }, bob.withSession)).ownerId, ada.userId);

    const own = await send(bob.withSession, 'bob');
    const adding = { id, bulkIdsDto: { ids: [own] } };
    await refuses(immich.addAssetsToAlbum(adding, bob.withSession), 400, /albumAsset.create/);
    const updateAlbumUserDto = { role: AlbumUserRole.Editor };
    await immich.updateAlbumUser({ id, userId: bob.userId, updateAlbumUserDto }, ada.withKey);
    assert.equal((await immich.addAssetsToAlbum(adding, bob.withSession))[0]!.success, true);
    await refuses(immich.deleteAlbum({ id }, bob.withSession), 400);
    await immich.removeUserFromAlbum({ id, userId: 'me' }, bob.withSession);
    await refuses(immich.getAlbumInfo({ id }, bob.withSession), 400);
    await refuses(immich.getAssetInfo({ id: ids[0]! }, bob.withSession), 400);
  });

  test('lose what becomes locked', async () => {
    const secret = await send(ada.withKey, 'secret');
    const id = await create('Leaving', [secret], AlbumUserRole.Viewer);
    const updateAssetDto = { visibility: AssetVisibility.Locked };
    await immich.updateAssets({ assetBulkUpdateDto: { ids: [secret], ...updateAssetDto } }, ada.withKey);
    assert.equal((await immich.getAlbumInfo({ id }, bob.withSession)).assetCount, 0);
  });

  test('are refused to those who may not', async () => {
    const id = await create('Refused');
    await refuses(immich.getAllAlbums({}, nobody(server)), 401);
    const apiKeyCreateDto = { name: 'reader', permissions: [Permission.AlbumRead] };
    const { secret } = await immich.createApiKey({ apiKeyCreateDto }, ada.withSession);
    const reader = withKey(server, secret);
    await immich.getAlbumInfo({ id }, reader);
    await refuses(immich.deleteAlbum({ id }, reader), 403, /^Missing required permission: album.delete$/);
    const refusal = await refuses(immich.createAlbum({ createAlbumDto: {} as never }, ada.withKey), 400);
    assert.deepEqual(refusal.errors?.[0]?.path, ['albumName']);
    await refuses(immich.getAlbumInfo({ id: 'no-uuid' }, ada.withKey), 400, /^Validation failed$/);
  });
});
