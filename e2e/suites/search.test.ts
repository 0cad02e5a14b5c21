import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import {
  AssetOrder,
  AssetOrderBy,
  AssetTypeEnum,
  AssetVisibility,
  Permission,
  SearchOrderField,
  SearchSuggestionType,
} from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

type Query = Parameters<typeof immich.searchAssets>[0]['metadataSearchDto'];

suite('searching', () => {
  let server: Heirloom;
  let ada: Account;
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    ids = await Promise.all(filesBelow(generatePhotos(6)).map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
    await immich.updateAsset({ id: ids[0]!, updateAssetDto: { rating: 5, description: 'Küche' } }, ada.withKey);
    await immich.updateAsset({ id: ids[1]!, updateAssetDto: { visibility: AssetVisibility.Archive } }, ada.withKey);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [ids[2]!] } }, ada.withKey);
  });
  after(() => server?.stop());

  const search = async (metadataSearchDto: Query) =>
    (await immich.searchAssets({ metadataSearchDto }, ada.withKey)).assets;
  const found = async (query: Query) => (await search(query)).items.map(({ id }) => id).toSorted();
  const numbers = (...wanted: number[]) => wanted.map((number) => ids[number]!).toSorted();

  test('flat fields and filters find the same', async () => {
    const same: [Query, Query, number[]][] = [
      [{}, { filter: {} }, [0, 1, 3, 4, 5]],
      [{ rating: 5 }, { filter: { rating: { eq: 5 } } }, [0]],
      [{ rating: null }, { filter: { rating: { eq: null } } }, [1, 3, 4, 5]],
      [{ description: 'KUCHE' }, { filter: { description: { like: 'kuche' } } }, [0]],
      [{ id: ids[3]! }, { filter: { id: { eq: ids[3]! } } }, [3]],
      [{ visibility: AssetVisibility.Archive }, { filter: { visibility: { in: [AssetVisibility.Archive] } } }, [1]],
      [{ type: AssetTypeEnum.Video }, { filter: { type: { eq: AssetTypeEnum.Video } } }, []],
      [{ originalFileName: 'PHOTO-00004' }, { filter: { originalFileName: { startsWith: 'PHOTO-00004' } } }, [4]],
      [{ tagIds: null }, { filter: { hasTags: { eq: false } } }, [0, 1, 3, 4, 5]],
      [{ personIds: [randomUUID()] }, { filter: { personIds: { any: [randomUUID()] } } }, []],
      [{ libraryId: null }, { filter: { libraryId: { eq: null } } }, [0, 1, 3, 4, 5]],
      [{ isFavorite: true }, { filter: { isFavorite: { eq: true } } }, []],
      [{ trashedAfter: '0001-01-01T00:00:00.000Z' }, { filter: { trashedAt: { ne: null } } }, [2]],
    ];
    for (const [flat, filter, wanted] of same) {
      assert.deepEqual(await found(flat), numbers(...wanted), JSON.stringify(flat));
      assert.deepEqual(await found(filter), numbers(...wanted), JSON.stringify(filter));
    }
    const either = { filter: { or: [{ rating: { gte: 4 } }, { id: { eq: ids[3]! } }] } };
    assert.deepEqual(await found(either), numbers(0, 3));
    assert.deepEqual(await found({ ...either, rating: null }), numbers(3));
  });

  test('an immich-go run finds each state, the trash since the year 1 included', async () => {
    const { Archive, Timeline, Hidden } = AssetVisibility;
    const counts: number[] = [];
    for (const visibility of [Archive, Timeline, Hidden]) {
      for (const trashedAfter of [undefined, '0001-01-01T00:00:00.000Z']) {
        counts.push((await search({ size: 1000, withExif: true, visibility, trashedAfter })).count);
      }
    }
    assert.deepEqual(counts, [1, 0, 4, 1, 0, 0]);
  });

  test('what kiosks add is ignored', async () => {
    const answer = await fetch(`${server.api}/search/random?kiosk=hall`, {
      method: 'POST',
      headers: { ...ada.withKey.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ size: 2, kiosk: 'hall', pastDays: 3, count: 5, withExif: true, withPeople: true }),
    });
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as unknown[]).length, 2);
  });

  test('cursors lead through every order, and forged ones nowhere', async () => {
    for (const field of Object.values(SearchOrderField)) {
      for (const direction of Object.values(AssetOrder)) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await search({ size: 2, withDeleted: true, orderBy: { field, direction }, cursor });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        assert.deepEqual(seen.toSorted(), ids.toSorted(), `${field} ${direction}`);
      }
    }
    const forge = (json: string) => Buffer.from(json).toString('base64url');
    for (const cursor of ['', 'x', '%%%', forge('{}'), forge('{"page":-1}'), forge('{"page":2}'), forge("1' or 1=1")]) {
      await refuses(search({ cursor }), 400, /^Validation failed$/);
    }
  });

  test('an operator object must say something', async () => {
    const { errors } = await refuses(search({ filter: { city: {} } }), 400, /^Validation failed$/);
    assert.deepEqual(errors?.[0]?.path, ['filter', 'city']);
  });

  test('the other searches', async () => {
    assert.equal((await immich.searchRandom({ randomSearchDto: { size: 3 } }, ada.withKey)).length, 3);
    const { total } = await immich.searchAssetStatistics({ statisticsSearchDto: {} }, ada.withKey);
    assert.equal(total, 5);
    const large = await immich.searchLargeAssets({ minFileSize: 1, size: 3, withExif: true }, ada.withKey);
    const sizes = large.map(({ exifInfo }) => exifInfo!.fileSizeInByte!);
    assert.deepEqual(sizes, sizes.toSorted((one, other) => other - one));
    for (const type of Object.values(SearchSuggestionType)) {
      await immich.getSearchSuggestions({ $type: type }, ada.withKey);
    }
    const makes = await immich.getSearchSuggestions({ $type: SearchSuggestionType.CameraMake }, ada.withKey);
    assert.ok(makes.length > 0 && makes.every((make) => typeof make === 'string'));
    assert.deepEqual(await found({ make: makes[0] }), numbers(0, 1, 3, 4, 5));
    await immich.getAssetsByCity(ada.withKey);
    await immich.getExploreData(ada.withKey);
    await refuses(immich.searchSmart({ smartSearchDto: { query: 'beach' } }, ada.withKey), 400, /no model/);
    assert.deepEqual(await immich.getAssetOcr({ id: ids[0]! }, ada.withKey), []);
  });

  test('the timeline by the time of upload', async () => {
    const buckets = await immich.getTimeBuckets({ orderBy: AssetOrderBy.CreatedAt }, ada.withKey);
    assert.deepEqual(buckets.map(({ count }) => count), [5]);
    const { timeBucket } = buckets[0]!;
    const bucket = await immich.getTimeBucket(
      { timeBucket, orderBy: AssetOrderBy.CreatedAt, withStacked: true, withCoordinates: true },
      ada.withKey,
    );
    assert.deepEqual(bucket.id.toSorted(), numbers(0, 1, 3, 4, 5));
    assert.deepEqual([bucket.stack!.length, bucket.city!.length, bucket.latitude!.length], [5, 5, 5]);
    assert.deepEqual(await immich.getTimeBuckets({ bbox: '0,89,1,90' }, ada.withKey), []);
    await refuses(immich.getTimeBuckets({ bbox: 'here' }, ada.withKey), 400);
  });

  test('others, locked folders and missing permissions are refused', async () => {
    const id = randomUUID();
    await refuses(immich.getTimeBuckets({ albumId: id }, ada.withKey), 400, /album\.read/);
    await refuses(immich.getTimeBuckets({ personId: id }, ada.withKey), 400, /person\.read/);
    await refuses(immich.getTimeBuckets({ tagId: id }, ada.withKey), 400, /tag\.read/);
    await refuses(immich.getTimeBuckets({ userId: id }, ada.withKey), 400);
    await refuses(immich.getTimeBuckets({ visibility: AssetVisibility.Locked }, ada.withKey), 401);
    await refuses(search({ albumIds: [id] }), 400, /album\.read/);
    await refuses(search({ visibility: AssetVisibility.Locked }), 401);
    const { secret } = await immich.createApiKey(
      { apiKeyCreateDto: { name: 'narrow', permissions: [Permission.UserRead] } },
      ada.withSession,
    );
    const calls = (caller: typeof ada.withKey) => [
      () => immich.searchAssets({ metadataSearchDto: {} }, caller),
      () => immich.searchRandom({ randomSearchDto: {} }, caller),
      () => immich.searchLargeAssets({}, caller),
      () => immich.searchAssetStatistics({ statisticsSearchDto: {} }, caller),
      () => immich.getSearchSuggestions({ $type: SearchSuggestionType.City }, caller),
      () => immich.getAssetsByCity(caller),
      () => immich.getExploreData(caller),
      () => immich.searchSmart({ smartSearchDto: {} }, caller),
      () => immich.getTimeBuckets({}, caller),
    ];
    for (const call of calls(withKey(server, secret))) {
      await refuses(call(), 403, /^Missing required permission/);
    }
    for (const call of calls(nobody(server))) {
      await refuses(call(), 401);
    }
  });
});
