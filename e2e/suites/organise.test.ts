import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { AssetJobName, BulkIdErrorReason, ManualJobName, Permission, QueueCommand, QueueJobStatus, QueueName } from '@immich/sdk';
import { type Account, type Caller, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, upload, uploadFile } from '../harness/uploads.ts';

suite('organising', () => {
  let server: Heirloom;
  let ada: Account;
  let me: Caller;
  let ids: string[];
  const stranger = randomUUID();

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    me = ada.withKey;
    ids = await Promise.all(filesBelow(generatePhotos(8, { sizeInBytes: 20_000 })).map((photo) => uploadFile(me, photo)));
    assert.equal(await jobsDone(me), 0);
    // These photos look alike, and which are duplicates is said here by hand.
    const found = await immich.getAssetDuplicates(me);
    await immich.deleteDuplicates({ bulkIdsDto: { ids: found.map(({ duplicateId }) => duplicateId) } }, me);
  });
  after(() => server?.stop());

  suite('tags', () => {
    test('grow their parents and are put on assets', async () => {
      const [anna, again] = await immich.upsertTags({ tagUpsertDto: { tags: ['Family/Anna', 'Family/Anna'] } }, me);
      assert.deepEqual([anna!.name, anna!.value, again!.id], ['Anna', 'Family/Anna', anna!.id]);
      const outcomes = await immich.tagAssets({ id: anna!.id, bulkIdsDto: { ids: [ids[0]!, ids[0]!, stranger] } }, me);
      assert.deepEqual(
        outcomes.map(({ success, error }) => error ?? success),
        [true, BulkIdErrorReason.Duplicate, BulkIdErrorReason.NoPermission],
      );
      const { count } = await immich.bulkTagAssets({ tagBulkAssetsDto: { tagIds: [anna!.id], assetIds: ids.slice(0, 3) } }, me);
      assert.equal(count, 2);
      const asset = await immich.getAssetInfo({ id: ids[0]! }, me);
      assert.deepEqual(asset.tags?.map(({ value }) => value), ['Family/Anna']);
      const untagged = await immich.untagAssets({ id: anna!.id, bulkIdsDto: { ids: [ids[0]!, ids[7]!] } }, me);
      assert.deepEqual(untagged.map(({ error }) => error), [undefined, BulkIdErrorReason.NotFound]);
    });

    test('take those below them along', async () => {
      const places = await immich.createTag({ tagCreateDto: { name: 'Places', color: 'ff8800' } }, me);
      assert.equal(places.color, '#ff8800');
      assert.ok(!('parentId' in places));
      const rome = await immich.createTag({ tagCreateDto: { name: 'Rome', parentId: places.id } }, me);
      const renamed = await immich.updateTag({ id: places.id, tagUpdateDto: { name: 'Travel', color: null } }, me);
      assert.ok(!('color' in renamed));
      assert.equal((await immich.getTagById({ id: rome.id }, me)).value, 'Travel/Rome');
      await immich.deleteTag({ id: places.id }, me);
      await refuses(immich.getTagById({ id: rome.id }, me), 400, /tag\.read/);
    });

    test('never turn in circles', async () => {
      const [inner] = await immich.upsertTags({ tagUpsertDto: { tags: ['A/B'] } }, me);
      const outer = (await immich.getAllTags(me)).find(({ value }) => value === 'A')!;
      await refuses(immich.updateTag({ id: outer.id, tagUpdateDto: { name: 'A/B' } }, me), 400, /cannot contain/);
      await refuses(immich.updateTag({ id: outer.id, tagUpdateDto: { name: '/' } }, me), 400);
      await immich.updateTag({ id: outer.id, tagUpdateDto: { name: 'B' } }, me);
      assert.equal((await immich.getTagById({ id: inner!.id }, me)).value, 'B/B');
      await immich.deleteTag({ id: outer.id }, me);
    });

    test('are refused when they exist, or make no sense', async () => {
      await immich.createTag({ tagCreateDto: { name: 'Once' } }, me);
      await refuses(immich.createTag({ tagCreateDto: { name: 'Once' } }, me), 400, /exists/);
      await refuses(immich.createTag({ tagCreateDto: { name: ' ' } }, me), 400);
      await refuses(immich.createTag({ tagCreateDto: { name: 'x', color: 'red' } }, me), 400);
      await refuses(immich.createTag({ tagCreateDto: { name: 'x', parentId: stranger } }, me), 400);
      const { errors } = await refuses(immich.getTagById({ id: 'x' }, me), 400, /^Validation failed$/);
      assert.deepEqual(errors?.[0]?.path, ['id']);
    });

    test('that are on nothing are cleaned up', async () => {
      await immich.createJob({ jobCreateDto: { name: ManualJobName.TagCleanup } }, me);
      await until('unused tags are gone', async () => !(await immich.getAllTags(me)).some(({ value }) => value === 'Once'));
      await refuses(immich.createJob({ jobCreateDto: { name: ManualJobName.MemoryCreate } }, me), 400);
    });
  });

  suite('stacks', () => {
    test('are made, led by another, and shrink', async () => {
      const [a, b, c] = ids as [string, string, string];
      const stack = await immich.createStack({ stackCreateDto: { assetIds: [b, a, c] } }, me);
      assert.deepEqual([stack.primaryAssetId, stack.assets[0]!.id, stack.assets.length], [b, b, 3]);
      const summary = (await immich.getAssetInfo({ id: a }, me)).stack;
      assert.deepEqual(summary, { id: stack.id, primaryAssetId: b, assetCount: 3 });
      assert.equal((await immich.getAssetInfo({ id: ids[5]! }, me)).stack, null);
      const led = await immich.updateStack({ id: stack.id, stackUpdateDto: { primaryAssetId: a } }, me);
      assert.equal(led.assets[0]!.id, a);
      await refuses(immich.removeAssetFromStack({ id: stack.id, assetId: a }, me), 400, /primary/);
      await immich.removeAssetFromStack({ id: stack.id, assetId: c }, me);
      assert.equal((await immich.searchStacks({ primaryAssetId: a }, me)).length, 1);
      await immich.removeAssetFromStack({ id: stack.id, assetId: b }, me);
      await refuses(immich.getStack({ id: stack.id }, me), 400, /stack\.read/);
    });

    test('bring along what they lead', async () => {
      const led = await immich.createStack({ stackCreateDto: { assetIds: ids.slice(0, 2) } }, me);
      const all = await immich.createStack({ stackCreateDto: { assetIds: [ids[2]!, ids[0]!] } }, me);
      assert.equal((await immich.getStack({ id: all.id }, me)).assets.length, 3);
      await refuses(immich.getStack({ id: led.id }, me), 400);
      await immich.deleteStack({ id: all.id }, me);
      const last = await immich.createStack({ stackCreateDto: { assetIds: ids.slice(0, 2) } }, me);
      await immich.deleteStacks({ bulkIdsDto: { ids: [last.id] } }, me);
      assert.deepEqual(await immich.searchStacks({}, me), []);
    });

    test('of one are none', async () => {
      await refuses(immich.createStack({ stackCreateDto: { assetIds: [ids[0]!] } }, me), 400, /at least two/);
      await refuses(immich.createStack({ stackCreateDto: { assetIds: [ids[0]!, ids[0]!] } }, me), 400);
      await refuses(immich.createStack({ stackCreateDto: { assetIds: [ids[0]!, stranger] } }, me), 400, /access/);
      await refuses(immich.updateStack({ id: stranger, stackUpdateDto: { primaryAssetId: ids[0]! } }, me), 400);
    });
  });

  suite('duplicates', () => {
    test('are shown and resolved without losing what was known', async () => {
      const [kept, gone] = [ids[3]!, ids[4]!];
      const [tag] = await immich.upsertTags({ tagUpsertDto: { tags: ['Kept'] } }, me);
      await immich.tagAssets({ id: tag!.id, bulkIdsDto: { ids: [gone] } }, me);
      await immich.updateAsset({ id: gone, updateAssetDto: { isFavorite: true, rating: 5, description: 'At the sea' } }, me);
      const duplicateId = await group(kept, gone);
      const [shown] = await immich.getAssetDuplicates(me);
      assert.equal(shown!.duplicateId, duplicateId);
      assert.equal(shown!.suggestedKeepAssetIds.length, 1);
      const resolve = (keepAssetIds: string[], trashAssetIds: string[]) =>
        immich.resolveDuplicates({ duplicateResolveDto: { groups: [{ duplicateId, keepAssetIds, trashAssetIds }] } }, me);
      const [refused] = await resolve([kept], []);
      assert.deepEqual([refused!.success, refused!.error], [false, BulkIdErrorReason.Validation]);
      assert.match(refused!.errorMessage ?? '', /kept or trashed/);
      assert.equal((await resolve([kept], [gone]))[0]!.success, true);
      const heir = await immich.getAssetInfo({ id: kept }, me);
      assert.deepEqual([heir.isFavorite, heir.exifInfo?.rating, heir.exifInfo?.description], [true, 5, 'At the sea']);
      assert.deepEqual(heir.tags?.map(({ value }) => value), ['Kept']);
      assert.equal((await immich.getAssetInfo({ id: gone }, me)).isTrashed, true);
      assert.deepEqual(await immich.getAssetDuplicates(me), []);
    });

    test('are dismissed', async () => {
      const [one, two] = [await group(ids[5]!, ids[6]!), await group(ids[0]!, ids[1]!)];
      await immich.deleteDuplicate({ id: one }, me);
      await immich.deleteDuplicates({ bulkIdsDto: { ids: [two] } }, me);
      assert.deepEqual(await immich.getAssetDuplicates(me), []);
      await refuses(immich.deleteDuplicate({ id: one }, me), 400, /duplicate\.delete/);
    });

    test('are left by single assets', async () => {
      await group(ids[5]!, ids[6]!);
      await immich.updateAssets({ assetBulkUpdateDto: { ids: [ids[5]!], duplicateId: null } }, me);
      assert.deepEqual(await immich.getAssetDuplicates(me), []);
      assert.equal((await immich.getAssetInfo({ id: ids[5]! }, me)).duplicateId, null);
    });

    async function group(...assets: string[]): Promise<string> {
      const duplicateId = randomUUID();
      await immich.updateAssets({ assetBulkUpdateDto: { ids: assets, duplicateId } }, me);
      return duplicateId;
    }
  });

  test('an asset is given what another has', async () => {
    const [sourceId, targetId] = [ids[3]!, ids[5]!];
    await immich.copyAsset({ assetCopyDto: { sourceId, targetId } }, me);
    assert.equal((await immich.getAssetInfo({ id: targetId }, me)).isFavorite, true);
    await refuses(immich.copyAsset({ assetCopyDto: { sourceId, targetId: sourceId } }, me), 400, /different/);
    await refuses(immich.copyAsset({ assetCopyDto: { sourceId, targetId: stranger } }, me), 400, /asset\.copy/);
  });

  test('clients keep documents of their own', async () => {
    const id = ids[0]!;
    const items = [{ key: 'mobile-app', value: { iCloudId: 'x' } }];
    await immich.updateAssetMetadata({ id, assetMetadataUpsertDto: { items } }, me);
    assert.deepEqual((await immich.getAssetMetadataByKey({ id, key: 'mobile-app' }, me)).value, items[0]!.value);
    const bulk = [{ assetId: id, key: 'other', value: {} }];
    await immich.updateBulkAssetMetadata({ assetMetadataBulkUpsertDto: { items: bulk } }, me);
    assert.equal((await immich.getAssetMetadata({ id }, me)).length, 2);
    await immich.deleteBulkAssetMetadata({ assetMetadataBulkDeleteDto: { items: bulk } }, me);
    await immich.deleteAssetMetadata({ id, key: 'mobile-app' }, me);
    await refuses(immich.getAssetMetadataByKey({ id, key: 'mobile-app' }, me), 400);
    const metadata = JSON.stringify(items);
    const answer = await upload(me, { name: 'kept.jpg', content: 'a photo', fields: { metadata } });
    const { id: made } = (await answer.json()) as { id: string };
    assert.equal((await immich.getAssetMetadata({ id: made }, me))[0]!.key, 'mobile-app');
  });

  suite('work', () => {
    test('is done again for some assets', async () => {
      const run = (name: AssetJobName, assetIds = [ids[0]!]) => immich.runAssetJobs({ assetJobsDto: { assetIds, name } }, me);
      await run(AssetJobName.RefreshMetadata);
      await run(AssetJobName.RegenerateThumbnail);
      await jobsDone(me);
      await refuses(run(AssetJobName.RefreshFaces), 400, /no model/);
      await refuses(run(AssetJobName.RefreshMetadata, [stranger]), 400, /access/);
    });

    test('is done again for all', async () => {
      const name = QueueName.MetadataExtraction;
      await immich.runQueueCommandLegacy({ name, queueCommandDto: { command: QueueCommand.Start, force: true } }, me);
      await jobsDone(me);
      await immich.runQueueCommandLegacy({ name, queueCommandDto: { command: QueueCommand.Start, force: false } }, me);
      await jobsDone(me);
    });

    test('that failed tells why', async () => {
      const name = QueueName.MetadataExtraction;
      const answer = await upload(me, { name: 'broken.jpg', content: 'no photo' });
      const { id } = (await answer.json()) as { id: string };
      const failed = await until('the job fails', async () =>
        (await immich.getQueueJobs({ name, status: [QueueJobStatus.Failed] }, me)).find(({ data }) => data.id === id),
      );
      assert.equal(typeof failed.data.reason, 'string');
      await immich.emptyQueue({ name, queueDeleteDto: { failed: true } }, me);
      assert.equal((await immich.getQueue({ name }, me)).statistics.failed, 0);
    });

    test('is paused and goes on', async () => {
      const name = QueueName.ThumbnailGeneration;
      assert.equal((await immich.updateQueue({ name, queueUpdateDto: { isPaused: true } }, me)).isPaused, true);
      assert.equal((await immich.getQueues(me)).find((queue) => queue.name === name)!.isPaused, true);
      assert.equal((await immich.updateQueue({ name, queueUpdateDto: { isPaused: false } }, me)).isPaused, false);
      await refuses(immich.updateQueue({ name: QueueName.BackgroundTask, queueUpdateDto: { isPaused: true } }, me), 400);
    });
  });

  test('strangers and keys without the permission are turned away', async () => {
    const { secret } = await immich.createApiKey(
      { apiKeyCreateDto: { name: 'reader', permissions: [Permission.AssetRead] } },
      ada.withSession,
    );
    for (const [caller, status] of [[nobody(server), 401], [withKey(server, secret), 403]] as const) {
      const bulkIdsDto = { ids: [stranger] };
      await refuses(immich.getAllTags(caller), status);
      await refuses(immich.upsertTags({ tagUpsertDto: { tags: ['x'] } }, caller), status);
      await refuses(immich.tagAssets({ id: stranger, bulkIdsDto }, caller), status);
      await refuses(immich.searchStacks({}, caller), status);
      await refuses(immich.createStack({ stackCreateDto: { assetIds: ids } }, caller), status);
      await refuses(immich.deleteStacks({ bulkIdsDto }, caller), status);
      await refuses(immich.getAssetDuplicates(caller), status);
      await refuses(immich.deleteDuplicates({ bulkIdsDto }, caller), status);
      await refuses(immich.copyAsset({ assetCopyDto: { sourceId: ids[0]!, targetId: ids[1]! } }, caller), status);
      await refuses(immich.deleteAssetMetadata({ id: ids[0]!, key: 'x' }, caller), status);
      await refuses(immich.runAssetJobs({ assetJobsDto: { assetIds: ids, name: AssetJobName.RefreshMetadata } }, caller), status);
      await refuses(immich.getQueues(caller), status);
      await refuses(immich.createJob({ jobCreateDto: { name: ManualJobName.TagCleanup } }, caller), status);
    }
  });
});
