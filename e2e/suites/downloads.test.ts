import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { Permission } from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('downloads, folders and the map', () => {
  let server: Heirloom;
  let ada: Account;
  let assetIds: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    const photos = filesBelow(generatePhotos(3));
    assetIds = await Promise.all(photos.map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
  });
  after(() => server?.stop());

  test('a download is divided', async () => {
    const whole = await immich.getDownloadInfo({ downloadInfoDto: { assetIds } }, ada.withKey);
    assert.deepEqual(whole.archives.map((archive) => archive.assetIds), [assetIds]);
    const divided = await immich.getDownloadInfo({ downloadInfoDto: { assetIds, archiveSize: 1 } }, ada.withKey);
    assert.equal(divided.archives.length, 3);
    const all = await immich.getDownloadInfo({ downloadInfoDto: { userId: ada.userId } }, ada.withKey);
    assert.equal(all.totalSize, whole.totalSize);
    await refuses(immich.getDownloadInfo({ downloadInfoDto: {} }, ada.withKey), 400);
    await refuses(immich.getDownloadInfo({ downloadInfoDto: { userId: randomUUID() } }, ada.withKey), 400);
    await refuses(immich.getDownloadInfo({ downloadInfoDto: { albumId: randomUUID() } }, ada.withKey), 400);
  });

  test('an archive holds the originals', async () => {
    const archive = await immich.downloadArchive({ downloadArchiveDto: { assetIds } }, ada.withKey);
    const { totalSize } = await immich.getDownloadInfo({ downloadInfoDto: { assetIds } }, ada.withKey);
    assert.ok(archive.size > totalSize);
    const bytes = Buffer.from(await archive.arrayBuffer());
    assert.equal(bytes.readUInt32LE(0), 0x04034b50);
    assert.equal(bytes.readUInt16LE(bytes.length - 12), 3);
  });

  test('a client that hangs up harms nobody', async () => {
    const headers = { ...ada.withKey.headers, 'content-type': 'application/json' };
    const body = JSON.stringify({ assetIds });
    const answer = await fetch(`${server.api}/download/archive`, { method: 'POST', headers, body });
    await answer.body!.cancel();
    assert.deepEqual(await immich.pingServer(ada.withKey), { res: 'pong' });
    assert.doesNotMatch(server.output, /ERROR|Exception/);
  });

  test('folders show what lies in them', async () => {
    const paths = await immich.getUniqueOriginalPaths(ada.withKey);
    const found = await Promise.all(paths.map((path) => immich.getAssetsByOriginalPath({ path }, ada.withKey)));
    assert.deepEqual(found.flat().map(({ id }) => id).sort(), assetIds.toSorted());
  });

  test('the map shows what has a place', async () => {
    const [id] = assetIds as [string];
    await immich.updateAsset({ id, updateAssetDto: { latitude: 46.5, longitude: 8.25 } }, ada.withKey);
    const markers = await immich.getMapMarkers({}, ada.withKey);
    const marker = markers.find((one) => one.id === id);
    assert.deepEqual([marker?.lat, marker?.lon, marker?.city], [46.5, 8.25, null]);
    assert.deepEqual(await immich.getMapMarkers({ isFavorite: true }, ada.withKey), []);
    assert.deepEqual(await immich.getMapMarkers({ fileCreatedAfter: '2999-01-01T00:00:00.000Z' }, ada.withKey), []);
  });

  test('who may not, is refused', async () => {
    const anonymous = nobody(server);
    await refuses(immich.downloadArchive({ downloadArchiveDto: { assetIds } }, anonymous), 401);
    await refuses(immich.getMapMarkers({}, anonymous), 401);
    await refuses(immich.getUniqueOriginalPaths(anonymous), 401);
    await refuses(immich.downloadArchive({ downloadArchiveDto: { assetIds: [randomUUID()] } }, ada.withKey), 400);
    const { secret } = await immich.createApiKey(
      { apiKeyCreateDto: { name: 'little', permissions: [Permission.AssetRead] } },
      ada.withSession,
    );
    const little = withKey(server, secret);
    await refuses(immich.getDownloadInfo({ downloadInfoDto: { assetIds } }, little), 403, /asset\.download/);
    await refuses(immich.getMapMarkers({}, little), 403, /map\.read/);
  });
});
