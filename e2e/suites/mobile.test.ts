import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { CookieJar } from '../harness/cookies.ts';
import { testdata, withoutTestdata } from '../harness/folders.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { EventListener } from '../harness/socket.ts';
import { SyncClient } from '../harness/sync-client.ts';
import { jobsDone, upload, uploadFile } from '../harness/uploads.ts';
import { until } from '../harness/until.ts';
import { assertIsA } from '../harness/wire.ts';

const PHONE = { 'user-agent': 'immich-android/3.2.0', devicemodel: 'Pixel 9', devicetype: 'Android' };

/** The mobile app's requests in its order: the first login, a backup, a later start, and the way out. */
suite('a session of the mobile app', () => {
  let server: Heirloom;
  let ada: Account;
  let endpoint: string;
  let photos: string[];
  let there: string[];
  let uploaded: string[];
  let socket: EventListener | undefined;
  const jar = new CookieJar();
  const phone = new SyncClient(() => jar.caller(endpoint));

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photos = filesBelow(generatePhotos(5, { seed: 31 }));
    there = await Promise.all(photos.slice(0, 3).map((photo) => uploadFile(ada.withKey, photo)));
    await jobsDone(ada.withKey);
  });
  after(async () => {
    socket?.close();
    await server?.stop();
  });

  suite('the first login', () => {
    test('finds the API by the typed address', async () => {
      const { api } = (await json('GET', `${server.url}/.well-known/immich`)) as { api: { endpoint: string } };
      endpoint = `${server.url}${api.endpoint}`;
      assert.equal(endpoint, server.api);
    });

    test('asks who is there', () => greet());

    test('logs in and lives on the cookies from then on', async () => {
      const login = await json('POST', '/auth/login', { email: ada.email, password: ada.password }, 201);
      assertIsA('LoginResponseDto', login);
      assert.equal(jar.get('immich_access_token'), (login as { accessToken: string }).accessToken);
      assert.equal(jar.get('immich_is_authenticated'), 'true');
      assert.equal(jar.get('immich_auth_type'), 'password');
      await knowMyself();
    });

    test('opens the websocket with the cookies', connect);

    test('makes a session that tells its device', async () => {
      const sessions = (await json('GET', '/sessions')) as { current: boolean; deviceType: string; deviceOS: string; appVersion: string }[];
      sessions.forEach((session) => assertIsA('SessionResponseDto', session));
      const [current] = sessions.filter((session) => session.current);
      assert.equal(current?.appVersion, '3.2.0');
      assert.match(`${current.deviceType} ${current.deviceOS}`, /Android/);
    });

    test('synchronises all there is', async () => {
      await json('GET', '/server/version');
      await phone.startAnew();
      await phone.sync();
      assert.deepEqual([...phone.rows('Asset').keys()].toSorted(), there.toSorted());
      assert.deepEqual([...phone.rows('AssetExif').keys()].toSorted(), there.toSorted());
      assert.deepEqual([...phone.rows('AuthUser').keys()], [ada.userId]);
      assert.deepEqual([...phone.rows('User').keys()], [ada.userId]);
      for (const asset of phone.rows('Asset').values()) {
        assert.ok(asset.thumbhash);
      }
    });

    test('shows the thumbnails', async () => {
      for (const id of there) {
        const hash = ((await json('GET', `/assets/${id}`)) as { thumbhash: string }).thumbhash;
        const path = `/assets/${id}/thumbnail?size=thumbnail&edited=true&c=${encodeURIComponent(hash)}`;
        const answer = await jar.fetch(endpoint + path);
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-type') ?? '', /^image\//);
        assert.ok((await answer.arrayBuffer()).byteLength > 0);
      }
    });
  });

  suite('the backup', () => {
    test('uploads three at a time, the moving half of a Live Photo before the still one', async () => {
      const motion = testdata ? join(testdata, 'library/live/IMG_3853.MOV') : undefined;
      const [first, second, moving] = await Promise.all([
        send(photos[3]!),
        send(photos[4]!),
        motion && send(motion, { visibility: 'hidden', duration: '2500' }),
      ]);
      uploaded = [first!, second!];
      if (moving) {
        uploaded.push(moving, await send(motion!.replace('.MOV', '.HEIC'), { livePhotoVideoId: moving }));
      }
      await jobsDone(ada.withKey);
    });

    test('knows what it has sent already', async () => {
      const again = await upload(jar.caller(endpoint), { name: 'again.jpg', content: await openAsBlob(photos[3]!) });
      assert.deepEqual([again.status, await again.json()], [200, { status: 'duplicate', id: uploaded[0] }]);
    });

    test('makes a Live Photo of the two halves', { skip: withoutTestdata }, async () => {
      const [, , moving, still] = uploaded;
      assert.equal(((await json('GET', `/assets/${still}`)) as { livePhotoVideoId: string }).livePhotoVideoId, moving);
      const part = await jar.fetch(`${endpoint}/assets/${moving}/video/playback`, { headers: { range: 'bytes=0-1' } });
      assert.equal(part.status, 206);
    });

    test('hears that they are ready', async () => {
      const visible = uploaded.filter((_, index) => index !== 2);
      const ready = () => socket!.named('AssetUploadReadyV2').map(([event]) => event);
      await until('every upload is announced', () => visible.every((id) => ready().some(({ asset }) => asset.id === id)));
      for (const { asset, exif } of ready()) {
        assertIsA('SyncAssetV2', asset);
        assertIsA('SyncAssetExifV1', exif);
        assert.equal(exif.assetId, asset.id);
      }
    });

    test('the second synchronisation brings just these', async () => {
      const lines = await phone.sync();
      const brought = (type: string) => lines.filter((line) => line.type === type).map(({ data }) => data);
      assert.deepEqual(brought('AssetV2').map(({ id }) => id).toSorted(), uploaded.toSorted());
      assert.deepEqual(brought('AssetExifV1').map(({ assetId }) => assetId).toSorted(), uploaded.toSorted());
      const others = lines.filter(({ type }) => !['AssetV2', 'AssetExifV1', 'SyncCompleteV1'].includes(type));
      // The user's own row may come again, since more is used of the quota.
      assert.deepEqual(others.filter(({ type }) => type !== 'AuthUserV1'), []);
      assert.equal(phone.rows('Asset').size, there.length + uploaded.length);
    });
  });

  suite('a later start', () => {
    test('asks whether the session still holds', async () => {
      const answer = await json('POST', '/auth/validateToken');
      assert.deepEqual(answer, { authStatus: true });
      await knowMyself();
      await greet();
    });

    test('has nothing to synchronise', async () => {
      assert.deepEqual((await phone.sync()).map(({ type }) => type), ['SyncCompleteV1']);
    });

    test('sees what went to the trash, and what went for ever', async () => {
      const [trashed, gone] = there;
      await json('DELETE', '/assets', { ids: [trashed], force: false }, 204);
      await json('DELETE', '/assets', { ids: [gone], force: true }, 204);
      await jobsDone(ada.withKey);
      const lines = await phone.sync();
      assert.ok(phone.rows('Asset').get(trashed!)?.deletedAt);
      assert.ok(!phone.rows('Asset').has(gone!));
      const types = lines.map(({ type }) => type);
      assert.ok(types.indexOf('AssetDeleteV1') < types.indexOf('AssetV2'), 'what goes comes first');
    });
  });

  suite('the way out', () => {
    const next = 'battery staple';

    test('changes the password through the user', async () => {
      const user = await json('PUT', '/users/me', { password: next });
      assertIsA('UserAdminResponseDto', user);
      assert.equal((user as { shouldChangePassword: boolean }).shouldChangePassword, false);
      await json('POST', '/auth/login', { email: ada.email, password: ada.password }, 401, new CookieJar());
      await json('POST', '/auth/login', { email: ada.email, password: next }, 201, new CookieJar());
    });

    test('logs out, which ends the session for the websocket too', async () => {
      const session = jar.caller(endpoint);
      assert.deepEqual(await json('POST', '/auth/logout'), { successful: true, redirectUri: '/auth/login?autoLaunch=0' });
      assert.equal(jar.get('immich_access_token'), undefined, 'the cookies are taken back');
      assert.equal((await fetch(`${endpoint}/auth/validateToken`, { ...session, method: 'POST' })).status, 401);
      await until('the end of the session is told', () => socket!.named('on_session_delete').length);
    });
  });

  async function greet(): Promise<void> {
    assert.deepEqual(await json('GET', '/server/ping'), { res: 'pong' });
    const version = await json('GET', '/server/version');
    assertIsA('ServerVersionResponseDto', version);
    assert.equal((version as { major: number }).major, 3);
    assertIsA('ServerFeaturesDto', await json('GET', '/server/features'));
    const config = await json('GET', '/server/config');
    assertIsA('ServerConfigDto', config);
    assert.equal((config as { isInitialized: boolean }).isInitialized, true);
  }

  async function knowMyself(): Promise<void> {
    const [me, preferences] = await Promise.all([json('GET', '/users/me'), json('GET', '/users/me/preferences')]);
    assertIsA('UserAdminResponseDto', me);
    assertIsA('UserPreferencesResponseDto', preferences);
    assert.equal((me as { id: string }).id, ada.userId);
  }

  async function connect(): Promise<void> {
    socket = await EventListener.open(server.url, { cookie: jar.header });
    const [version] = await until('the server tells its version', () => socket!.named('on_server_version')[0]);
    assertIsA('ServerVersionResponseDto', version);
  }

  async function send(file: string, fields: Record<string, string> = {}): Promise<string> {
    const content = await openAsBlob(file);
    const answer = await upload(jar.caller(endpoint), {
      name: basename(file),
      content,
      fields: { filename: basename(file), isFavorite: 'false', duration: '0', ...fields },
    });
    const body = (await answer.json()) as { id: string; status: string };
    assert.deepEqual([answer.status, body.status], [201, 'created'], JSON.stringify(body));
    assertIsA('AssetMediaResponseDto', body);
    return body.id;
  }

  async function json(method: string, path: string, body?: unknown, status = 200, by = jar): Promise<unknown> {
    const answer = await by.fetch(path.startsWith('/') ? endpoint + path : path, {
      method,
      headers: { ...PHONE, ...(body === undefined ? undefined : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    assert.equal(answer.status, status, `${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
});
