import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openAsBlob, readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import {
  AssetMediaStatus,
  AssetOrder,
  AssetTypeEnum,
  AssetUploadAction,
  AssetVisibility,
  Permission,
  QueueCommand,
  QueueName,
  UserAvatarColor,
} from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { jobsDone, sha1, upload, uploadFile } from '../harness/uploads.ts';
import { until } from '../harness/until.ts';

suite('the official SDK', () => {
  let server: Heirloom;
  let ada: Account;
  let photos: string[];
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photos = filesBelow(generatePhotos(12));
    ids = await Promise.all(photos.map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
  });
  after(() => server?.stop());

  suite('the server', () => {
    test('tells what it is to everyone', async () => {
      const anonymous = nobody(server);
      assert.deepEqual(await immich.pingServer(anonymous), { res: 'pong' });
      const version = await immich.getServerVersion(anonymous);
      assert.deepEqual([version.major, version.minor, version.patch], [3, 2, 2]);
      const config = await immich.getServerConfig(anonymous);
      assert.equal(config.isInitialized, true);
      assert.equal(config.maintenanceMode, false);
      const features = await immich.getServerFeatures(anonymous);
      assert.equal(features.passwordLogin, true);
      assert.equal(features.trash, true);
      const { image, video, sidecar } = await immich.getSupportedMediaTypes(anonymous);
      assert.ok(image.includes('.heic') && video.includes('.mp4') && sidecar.includes('.xmp'));
      assert.ok([...image, ...video, ...sidecar].every((extension) => /^\.[a-z0-9]+$/.test(extension)));
      await immich.getVersionHistory(anonymous);
    });

    test('tells its address under .well-known', async () => {
      const answer = await fetch(`${server.url}/.well-known/immich`);
      assert.deepEqual(await answer.json(), { api: { endpoint: '/api' }, server: 'heirloom' });
    });

    test('tells users about itself and its storage', async () => {
      const about = await immich.getAboutInfo(ada.withKey);
      assert.equal(about.version, 'v3.2.2');
      const storage = await immich.getStorage(ada.withKey);
      assert.match(storage.diskSize, /^[\d.]+ [KMGT]iB$/);
      assert.ok(storage.diskSizeRaw > storage.diskUseRaw);
    });

    test('answers 404 in the shape of an error for what it does not know', async () => {
      const answer = await fetch(`${server.api}/does-not-exist`);
      assert.equal(answer.status, 404);
      assert.match(answer.headers.get('content-type') ?? '', /json/);
      assert.equal(typeof ((await answer.json()) as { message: unknown }).message, 'string');
      assert.ok(answer.headers.get('x-correlation-id'));
    });
  });

  suite('accounts', () => {
    test('there is one first account', async () => {
      const signUpDto = { email: 'eve@example.com', password: 'whatever', name: 'Eve' };
      await refuses(immich.signUpAdmin({ signUpDto }, nobody(server)), 400);
    });

    test('login sets the three cookies that the mobile app lives on', async () => {
      const answer = await fetch(`${server.api}/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: ada.email.toUpperCase(), password: ada.password }),
      });
      assert.equal(answer.status, 201);
      const { accessToken } = (await answer.json()) as { accessToken: string };
      const cookies = new Map(answer.headers.getSetCookie().map((cookie) => [cookie.split('=')[0], cookie]));
      assert.match(cookies.get('immich_access_token') ?? '', new RegExp(`^immich_access_token=${accessToken};`));
      assert.match(cookies.get('immich_auth_type') ?? '', /^immich_auth_type=password;/);
      assert.match(cookies.get('immich_is_authenticated') ?? '', /^immich_is_authenticated=true;/);
      for (const [name, cookie] of cookies) {
        assert.match(cookie, /path=\//i);
        assert.match(cookie, /samesite=lax/i);
        assert.match(cookie, /max-age=34560000/i);
        assert.doesNotMatch(cookie, /domain=|secure/i);
        assert.equal(/httponly/i.test(cookie), name !== 'immich_is_authenticated', cookie);
      }
      const withCookie = { baseUrl: server.api, headers: { cookie: `immich_access_token=${accessToken}` } };
      assert.equal((await immich.getMyUser(withCookie)).id, ada.userId);
    });

    test('a wrong password and an unknown address look the same', async () => {
      const attempt = (email: string) =>
        refuses(immich.login({ loginCredentialDto: { email, password: 'wrong' } }, nobody(server)), 401);
      assert.deepEqual((await attempt(ada.email)).message, (await attempt('nobody@example.com')).message);
    });

    test('a session ends with its logout', async () => {
      const { accessToken } = await immich.login(
        { loginCredentialDto: { email: ada.email, password: ada.password } },
        nobody(server),
      );
      const session = { baseUrl: server.api, headers: { 'x-immich-user-token': accessToken } };
      assert.deepEqual(await immich.validateAccessToken(session), { authStatus: true });
      const status = await immich.getAuthStatus(session);
      assert.deepEqual([status.password, status.pinCode, status.isElevated], [true, false, false]);
      assert.deepEqual(await immich.logout(session), { successful: true, redirectUri: '/auth/login?autoLaunch=0' });
      await refuses(immich.validateAccessToken(session), 401);
    });

    test('a user knows himself', async () => {
      const me = await immich.getMyUser(ada.withKey);
      assert.equal(me.email, ada.email);
      assert.equal(me.isAdmin, true);
      assert.equal(me.quotaSizeInBytes, null);
      assert.ok(Object.values(UserAvatarColor).includes(me.avatarColor));
    });
  });

  suite('API keys', () => {
    test('are made, listed, told and deleted', async () => {
      const made = await immich.createApiKey(
        { apiKeyCreateDto: { name: 'phone', permissions: [Permission.AssetRead, Permission.UserRead] } },
        ada.withSession,
      );
      const phone = withKey(server, made.secret);
      const mine = await immich.getMyApiKey(phone);
      assert.equal(mine.name, 'phone');
      assert.deepEqual(mine.permissions.toSorted(), [Permission.AssetRead, Permission.UserRead]);
      assert.ok((await immich.getApiKeys(ada.withKey)).some(({ id }) => id === made.apiKey.id));
      await immich.deleteApiKey({ id: made.apiKey.id }, ada.withKey);
      await refuses(immich.getMyApiKey(phone), 401);
    });

    test('are not sessions', async () => {
      await refuses(immich.getMyApiKey(ada.withSession), 403);
    });

    test('do what they are allowed and nothing else', async () => {
      const { secret } = await immich.createApiKey(
        { apiKeyCreateDto: { name: 'reader', permissions: [Permission.AssetRead] } },
        ada.withSession,
      );
      const reader = withKey(server, secret);
      await immich.getAssetInfo({ id: ids[0]! }, reader);
      await immich.getTimeBuckets({}, reader);
      await refuses(immich.getMyUser(reader), 403, /^Missing required permission: user\.read$/);
      await refuses(immich.deleteAssets({ assetBulkDeleteDto: { ids } }, reader), 403, /asset\.delete/);
      await refuses(immich.getQueuesLegacy(reader), 403, /job\.read/);
      assert.equal((await upload(reader, { name: 'a.jpg', content: 'x' })).status, 403);
    });

    test('hand on no more than they have', async () => {
      const { secret } = await immich.createApiKey(
        { apiKeyCreateDto: { name: 'maker', permissions: [Permission.ApiKeyCreate] } },
        ada.withSession,
      );
      const apiKeyCreateDto = { name: 'all', permissions: [Permission.All] };
      await refuses(immich.createApiKey({ apiKeyCreateDto }, withKey(server, secret)), 400);
    });

    test('need a permission', async () => {
      const call = immich.createApiKey({ apiKeyCreateDto: { name: 'none', permissions: [] } }, ada.withSession);
      const { errors } = await refuses(call, 400);
      assert.deepEqual(errors?.map(({ path }) => path), [['permissions']]);
    });
  });

  test('strangers are turned away everywhere', async () => {
    const anonymous = nobody(server);
    const id = ids[0]!;
    await refuses(immich.getMyUser(anonymous), 401);
    await refuses(immich.getAboutInfo(anonymous), 401);
    await refuses(immich.getApiKeys(anonymous), 401);
    await refuses(immich.getAssetInfo({ id }, anonymous), 401);
    await refuses(immich.getAssetStatistics({}, anonymous), 401);
    await refuses(immich.getTimeBuckets({}, anonymous), 401);
    await refuses(immich.searchAssets({ metadataSearchDto: {} }, anonymous), 401);
    await refuses(immich.getQueuesLegacy(anonymous), 401);
    await refuses(immich.checkBulkUpload({ assetBulkUploadCheckDto: { assets: [] } }, anonymous), 401);
    await refuses(immich.getMyUser(withKey(server, 'wrong')), 401);
    for (const path of ['thumbnail', 'original', 'video/playback']) {
      assert.equal((await fetch(`${server.api}/assets/${id}/${path}`)).status, 401, path);
    }
  });

  test('the id of nobody or of somebody else is a bad request', async () => {
    const id = randomUUID();
    const denied = /^Not found or no asset\.\w+ access$/;
    await refuses(immich.getAssetInfo({ id }, ada.withKey), 400, denied);
    await refuses(immich.updateAsset({ id, updateAssetDto: { isFavorite: true } }, ada.withKey), 400, denied);
    await refuses(immich.deleteAssets({ assetBulkDeleteDto: { ids: [id] } }, ada.withKey), 400, denied);
    await refuses(immich.viewAsset({ id }, ada.withKey), 400, denied);
    await refuses(immich.downloadAsset({ id }, ada.withKey), 400, denied);
  });

  suite('uploads', () => {
    test('are created once, and known again by their checksum', async () => {
      const [photo] = filesBelow(generatePhotos(1, { seed: 77 }));
      const assetMediaCreateDto = {
        assetData: new File([readFileSync(photo!)], 'Grandmother 1.jpg'),
        fileCreatedAt: '2024-05-01T10:00:00.000Z',
        fileModifiedAt: '2024-05-01T10:00:00.000Z',
        isFavorite: true,
      };
      const created = await immich.uploadAsset({ assetMediaCreateDto }, ada.withKey);
      assert.equal(created.status, AssetMediaStatus.Created);
      assert.match(created.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

      const again = await upload(ada.withKey, { name: 'copy.jpg', content: await openAsBlob(photo!) });
      assert.equal(again.status, 200);
      assert.deepEqual(await again.json(), { status: 'duplicate', id: created.id });

      const checksum = sha1(readFileSync(photo!), 'base64');
      const { isFavorite, originalFileName, ...asset } = await immich.getAssetInfo({ id: created.id }, ada.withKey);
      assert.deepEqual([isFavorite, originalFileName], [true, 'Grandmother 1.jpg']);
      assert.equal(asset.checksum, checksum);
      await immich.deleteAssets({ assetBulkDeleteDto: { ids: [created.id], force: true } }, ada.withKey);
      await jobsDone(ada.withKey);
    });

    test('with a known checksum are answered before their body', async () => {
      for (const checksum of [sha1(readFileSync(photos[0]!)), sha1(readFileSync(photos[0]!), 'base64')]) {
        const answer = await upload(ada.withKey, { name: 'a.jpg', content: 'not even a photo', checksum });
        assert.equal(answer.status, 200);
        assert.deepEqual(await answer.json(), { status: 'duplicate', id: ids[0] });
      }
    });

    test('are announced in bulk', async () => {
      const known = sha1(readFileSync(photos[0]!));
      const { results } = await immich.checkBulkUpload(
        {
          assetBulkUploadCheckDto: {
            assets: [
              { id: '/any/string 1', checksum: known },
              { id: 'x', checksum: sha1('new') },
            ],
          },
        },
        ada.withKey,
      );
      assert.deepEqual(results.map(({ id, action }) => [id, action]), [
        ['/any/string 1', AssetUploadAction.Reject],
        ['x', AssetUploadAction.Accept],
      ]);
      assert.deepEqual([results[0]!.assetId, results[0]!.isTrashed], [ids[0], false]);
    });
  });

  suite('assets', () => {
    test('know their EXIF', async () => {
      const asset = await immich.getAssetInfo({ id: ids[0]! }, ada.withKey);
      assert.equal(asset.type, AssetTypeEnum.Image);
      assert.deepEqual([asset.width, asset.height, asset.duration], [640, 480, null]);
      assert.ok(asset.thumbhash);
      assert.equal(asset.exifInfo?.make, 'Heirloom');
      assert.deepEqual([asset.exifInfo?.exposureTime, asset.exifInfo?.fNumber, asset.exifInfo?.iso], ['1/250', 2.8, 200]);
      assert.equal(asset.exifInfo?.orientation, '1');
      const hours = (Date.parse(asset.localDateTime) - Date.parse(asset.fileCreatedAt)) / 3_600_000;
      assert.equal(hours, 2, 'the photo was taken at +02:00');
    });

    test('are changed one by one', async () => {
      const updateAssetDto = { description: 'A day at the sea', rating: 4, isFavorite: true, latitude: 43.5, longitude: 7 };
      const asset = await immich.updateAsset({ id: ids[1]!, updateAssetDto }, ada.withKey);
      assert.equal(asset.isFavorite, true);
      await jobsDone(ada.withKey);
      const { exifInfo } = await immich.getAssetInfo({ id: ids[1]! }, ada.withKey);
      assert.deepEqual(
        [exifInfo?.description, exifInfo?.rating, exifInfo?.latitude, exifInfo?.longitude],
        ['A day at the sea', 4, 43.5, 7],
      );
    });

    test('are changed together', async () => {
      const assetBulkUpdateDto = { ids: ids.slice(2, 4), visibility: AssetVisibility.Archive };
      await immich.updateAssets({ assetBulkUpdateDto }, ada.withKey);
      const asset = await immich.getAssetInfo({ id: ids[2]! }, ada.withKey);
      assert.deepEqual([asset.visibility, asset.isArchived], [AssetVisibility.Archive, true]);
      await immich.updateAssets({ assetBulkUpdateDto: { ...assetBulkUpdateDto, visibility: AssetVisibility.Timeline } }, ada.withKey);
    });

    test('take no rating of 0', async () => {
      const { errors } = await refuses(immich.updateAsset({ id: ids[1]!, updateAssetDto: { rating: 0 } }, ada.withKey), 400);
      assert.deepEqual(errors?.[0]?.path, ['rating']);
    });

    test('are counted', async () => {
      const { images, videos, total } = await immich.getAssetStatistics({}, ada.withKey);
      assert.deepEqual({ images, videos, total }, { images: ids.length, videos: 0, total: ids.length });
      assert.equal((await immich.getAssetStatistics({ isFavorite: true }, ada.withKey)).total, 1);
    });

    test('go to the trash, come back, and go for ever', async () => {
      const id = ids.at(-1)!;
      await immich.deleteAssets({ assetBulkDeleteDto: { ids: [id], force: false } }, ada.withKey);
      assert.equal((await immich.getAssetInfo({ id }, ada.withKey)).isTrashed, true);
      assert.equal((await immich.getAssetStatistics({ isTrashed: true }, ada.withKey)).total, 1);
      assert.deepEqual(await immich.restoreAssets({ bulkIdsDto: { ids: [id] } }, ada.withKey), { count: 1 });
      assert.equal((await immich.getAssetInfo({ id }, ada.withKey)).isTrashed, false);

      const [extra] = filesBelow(generatePhotos(1, { seed: 99 }));
      const gone = await uploadFile(ada.withKey, extra!);
      await immich.deleteAssets({ assetBulkDeleteDto: { ids: [gone], force: true } }, ada.withKey);
      await until('the asset is gone', async () => (await fetch(`${server.api}/assets/${gone}`, ada.withKey)).status === 400);
      assert.equal((await upload(ada.withKey, { name: 'again.jpg', content: await openAsBlob(extra!) })).status, 201);
      await jobsDone(ada.withKey);
      await immich.deleteAssets({ assetBulkDeleteDto: { ids: [(await newest())!], force: false } }, ada.withKey);
      assert.equal((await immich.emptyTrash(ada.withKey)).count, 1);
    });
  });

  suite('the timeline', () => {
    test('its buckets count what they hold', async () => {
      const buckets = await immich.getTimeBuckets({ visibility: AssetVisibility.Timeline, withStacked: true }, ada.withKey);
      assert.equal(buckets.reduce((sum, { count }) => sum + count, 0), ids.length);
      assert.deepEqual(buckets, buckets.toSorted((a, b) => b.timeBucket.localeCompare(a.timeBucket)));
      for (const { timeBucket, count } of buckets) {
        assert.match(timeBucket, /^\d{4}-\d\d-01$/);
        const bucket = await immich.getTimeBucket({ timeBucket, visibility: AssetVisibility.Timeline, withStacked: true }, ada.withKey);
        for (const [name, column] of Object.entries(bucket)) {
          assert.equal(column.length, count, `${name} of ${timeBucket}`);
        }
        assert.deepEqual(bucket.stack, Array(count).fill(null));
        bucket.fileCreatedAt.forEach((date, index) => {
          const local = Date.parse(date.endsWith('Z') ? date : `${date}Z`) + bucket.localOffsetHours[index]! * 3_600_000;
          assert.equal(new Date(local).toISOString().slice(0, 7), timeBucket.slice(0, 7));
        });
      }
    });

    test('a bucket is asked for in any of three forms', async () => {
      const [{ timeBucket, count }] = (await immich.getTimeBuckets({}, ada.withKey)) as [{ timeBucket: string; count: number }];
      for (const form of [timeBucket, `${timeBucket}T00:00:00.000Z`, `+${timeBucket}`]) {
        assert.equal((await immich.getTimeBucket({ timeBucket: form }, ada.withKey)).id.length, count, form);
      }
    });

    test('runs the other way as well', async () => {
      const down = await immich.getTimeBuckets({}, ada.withKey);
      assert.deepEqual(await immich.getTimeBuckets({ order: AssetOrder.Asc }, ada.withKey), down.toReversed());
    });
  });

  suite('the search', () => {
    const search = (metadataSearchDto: Parameters<typeof immich.searchAssets>[0]['metadataSearchDto']) =>
      immich.searchAssets({ metadataSearchDto }, ada.withKey);

    test('comes page by page', async () => {
      const first = await search({ size: 5, withExif: true });
      assert.equal(first.assets.count, 5);
      assert.equal(first.assets.nextPage, '2');
      assert.ok(first.assets.items.every(({ exifInfo }) => exifInfo));
      const dates = first.assets.items.map(({ fileCreatedAt }) => fileCreatedAt);
      assert.deepEqual(dates, dates.toSorted().toReversed());
      const found = new Set(first.assets.items.map(({ id }) => id));
      for (let page: string | null = '2'; page; ) {
        const { assets } = await search({ size: 5, page: Number(page) });
        assets.items.forEach(({ id }) => assert.ok(!found.has(id) && found.add(id)));
        page = assets.nextPage;
      }
      assert.equal(found.size, ids.length);
    });

    test('finds by name and checksum', async () => {
      const names = (await search({ originalFileName: 'PHOTO-00003' })).assets.items.map(({ originalFileName }) => originalFileName);
      assert.deepEqual(names, ['photo-00003.jpg']);
      assert.deepEqual((await search({ checksum: sha1(readFileSync(photos[4]!)) })).assets.items.map(({ id }) => id), [ids[4]]);
    });

    test('hides the exif unless asked', async () => {
      assert.ok(!('exifInfo' in (await search({ size: 1 })).assets.items[0]!));
    });

    test('takes up to 1,000 at once', async () => {
      const { errors } = await refuses(search({ size: 1001 }), 400, /^Validation failed$/);
      assert.deepEqual(errors?.[0]?.path, ['size']);
    });
  });

  suite('the jobs', () => {
    test('are paused and resumed', async () => {
      const run = (command: QueueCommand) =>
        immich.runQueueCommandLegacy({ name: QueueName.ThumbnailGeneration, queueCommandDto: { command, force: false } }, ada.withKey);
      assert.equal((await run(QueueCommand.Pause)).queueStatus.isPaused, true);
      assert.equal((await immich.getQueuesLegacy(ada.withKey)).thumbnailGeneration.queueStatus.isPaused, true);
      assert.equal((await run(QueueCommand.Resume)).queueStatus.isPaused, false);
    });

    test('have names', async () => {
      const answer = await fetch(`${server.api}/jobs/washing`, {
        method: 'PUT',
        headers: { ...ada.withKey.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ command: 'pause' }),
      });
      assert.equal(answer.status, 400);
    });
  });

  async function newest(): Promise<string | undefined> {
    const { assets } = await immich.searchAssets({ metadataSearchDto: { originalFileName: 'again' } }, ada.withKey);
    return assets.items[0]?.id;
  }
});
