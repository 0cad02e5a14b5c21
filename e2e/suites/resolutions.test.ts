import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { Permission } from '@immich/sdk';
import { type Account, type Caller, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

interface Decided {
  number: number;
  duplicateId: string;
  undone: boolean;
  assets: { id: string; fileName: string; trashed: boolean }[];
}

/** What only Heirloom has: looking at duplicates before they are resolved, and undoing that. */
suite('resolutions of duplicates', () => {
  let server: Heirloom;
  let ada: Account;
  let me: Caller;
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    me = ada.withKey;
    ids = await Promise.all(filesBelow(generatePhotos(6, { sizeInBytes: 20_000 })).map((photo) => uploadFile(me, photo)));
    assert.equal(await jobsDone(me), 0);
    const found = await immich.getAssetDuplicates(me);
    await immich.deleteDuplicates({ bulkIdsDto: { ids: found.map(({ duplicateId }) => duplicateId) } }, me);
  });
  after(() => server?.stop());

  test('are previewed, done and undone, and all is as before', async () => {
    const [kept, gone] = [ids[0]!, ids[1]!];
    const { id: albumId } = await immich.createAlbum({ createAlbumDto: { albumName: 'Sea', assetIds: [gone] } }, me);
    await immich.upsertTags({ tagUpsertDto: { tags: ['Kept'] } }, me).then(([tag]) =>
      immich.tagAssets({ id: tag!.id, bulkIdsDto: { ids: [gone] } }, me),
    );
    const stack = await immich.createStack({ stackCreateDto: { assetIds: [gone, ids[2]!] } }, me);
    await immich.updateAsset({ id: gone, updateAssetDto: { isFavorite: true, rating: 5, description: 'At the sea' } }, me);
    const before = await looks(kept);
    const duplicateId = await group(kept, gone);
    const verdict = { groups: [{ duplicateId, keepAssetIds: [kept], trashAssetIds: [gone] }] };

    const [preview] = await heirloom<{ merge: { after: { description: string }; gained: { kind: string; name: string }[] } }[]>(
      'POST', '/heirloom/duplicates/preview', verdict,
    );
    assert.match(preview!.merge.after.description, /At the sea/);
    assert.deepEqual(preview!.merge.gained.map(({ kind, name }) => [kind, name]), [['album', 'Sea'], ['tag', 'Kept'], ['stack', '']]);
    assert.deepEqual(await looks(kept), before, 'a preview changes nothing');

    await immich.resolveDuplicates({ duplicateResolveDto: verdict }, me);
    assert.equal((await immich.getAlbumInfo({ id: albumId }, me)).assetCount, 1);
    assert.equal((await immich.getStack({ id: stack.id }, me)).primaryAssetId, kept);

    const [decided] = await heirloom<Decided[]>('GET', '/heirloom/duplicates/resolutions');
    assert.deepEqual(decided!.assets.map(({ id, trashed }) => [id, trashed]), [[kept, false], [gone, true]]);
    const undone = await undo(decided!.number);
    assert.deepEqual([undone.restored, undone.lost, undone.changed], [[gone], [], []]);
    assert.deepEqual(await looks(kept), before);
    assert.deepEqual((await immich.getStack({ id: stack.id }, me)).assets.map(({ id }) => id), [gone, ids[2]]);
    const again = (await immich.getAssetDuplicates(me)).find((shown) => shown.duplicateId === duplicateId);
    assert.deepEqual(again!.assets.map(({ id }) => id).toSorted(), [kept, gone].toSorted());
    await immich.deleteDuplicate({ id: duplicateId }, me);
  });

  test('leave alone what was changed since, and name what is gone', async () => {
    const [kept, gone, lost] = [ids[3]!, ids[4]!, ids[5]!];
    await immich.updateAsset({ id: gone, updateAssetDto: { isFavorite: true, rating: 5 } }, me);
    const duplicateId = await group(kept, gone, lost);
    await immich.resolveDuplicates({
      duplicateResolveDto: { groups: [{ duplicateId, keepAssetIds: [kept], trashAssetIds: [gone, lost] }] },
    }, me);
    await immich.updateAsset({ id: kept, updateAssetDto: { rating: 2 } }, me);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [lost], force: true } }, me);
    await until('it is deleted', async () => !(await immich.getAssetStatistics({ isTrashed: true }, me).then(({ total }) => total > 1)));
    const [decided] = await heirloom<Decided[]>('GET', '/heirloom/duplicates/resolutions');
    const undone = await undo(decided!.number);
    assert.deepEqual([undone.restored, undone.takenBack, undone.changed], [[gone], ['the favorite'], ['the rating']]);
    assert.deepEqual(undone.lost.map(({ id }) => id), [lost]);
    const heir = await immich.getAssetInfo({ id: kept }, me);
    assert.deepEqual([heir.isFavorite, heir.exifInfo?.rating], [false, 2]);
  });

  test('are for those who may', async () => {
    const { secret } = await immich.createApiKey({ apiKeyCreateDto: { name: 'reads', permissions: [Permission.DuplicateRead] } }, me);
    const reader = withKey(server, secret);
    for (const [caller, method, path, status] of [
      [nobody(server), 'GET', '/heirloom/duplicates', 401],
      [nobody(server), 'POST', '/heirloom/duplicates/preview', 401],
      [nobody(server), 'GET', '/heirloom/duplicates/resolutions', 401],
      [nobody(server), 'POST', '/heirloom/duplicates/resolutions/1/undo', 401],
      [nobody(server), 'POST', `/heirloom/assets/${ids[0]}/withdrawal`, 401],
      [reader, 'POST', `/heirloom/assets/${ids[0]}/withdrawal`, 403],
      [reader, 'GET', '/heirloom/duplicates', 200],
      [reader, 'GET', '/heirloom/duplicates/resolutions', 200],
      [reader, 'POST', '/heirloom/duplicates/resolutions/1/undo', 403],
    ] as const) {
      const answer = await fetch(`${caller.baseUrl}${path}`, { method, headers: caller.headers });
      assert.equal(answer.status, status, `${method} ${path}`);
    }
  });

  async function heirloom<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${me.baseUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...me.headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as T;
  }

  const undo = (number: number) =>
    heirloom<{ restored: string[]; lost: { id: string }[]; takenBack: string[]; changed: string[] }>(
      'POST', `/heirloom/duplicates/resolutions/${number}/undo`, {},
    );

  async function looks(id: string) {
    const { isFavorite, isTrashed, visibility, exifInfo, tags, stack, localDateTime } = await immich.getAssetInfo({ id }, me);
    const albums = (await immich.getAllAlbums({ assetId: id }, me)).map(({ albumName }) => albumName);
    return { isFavorite, isTrashed, visibility, exifInfo: { ...exifInfo, modifyDate: null }, tags, stack, localDateTime, albums };
  }

  async function group(...assets: string[]): Promise<string> {
    const duplicateId = randomUUID();
    await immich.updateAssets({ assetBulkUpdateDto: { ids: assets, duplicateId } }, me);
    return duplicateId;
  }
});
