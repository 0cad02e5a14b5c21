import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Permission, createApiKey } from '@immich/sdk';
import { type Account, signUp } from '../harness/account.ts';
import { testdata, withoutTestdata } from '../harness/folders.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';
import { assertIsA } from '../harness/wire.ts';

/** What picture frames ask for, kiosk and ImmichFrame: an API key and nothing else, and parameters of their own. */
suite('a picture frame', () => {
  let server: Heirloom;
  let ada: Account;
  let key: string;
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    ids = await Promise.all(filesBelow(generatePhotos(4, { seed: 41 })).map((photo) => uploadFile(ada.withKey, photo)));
    await jobsDone(ada.withKey);
    const permissions = [
      Permission.ServerAbout, Permission.UserRead, Permission.AssetRead, Permission.AssetView, Permission.AssetDownload,
      Permission.AssetStatistics, Permission.AssetUpdate, Permission.AlbumRead, Permission.AlbumCreate, Permission.AlbumAssetCreate,
      Permission.PersonRead, Permission.PersonStatistics, Permission.FaceRead, Permission.TagRead, Permission.TagCreate,
      Permission.TagAsset, Permission.MemoryRead,
    ];
    key = (await createApiKey({ apiKeyCreateDto: { name: 'frame', permissions } }, ada.withSession)).secret;
  });
  after(() => server?.stop());

  test('ImmichFrame starts with a server of version 3', async () => {
    const version = await json('GET', '/server/version');
    assertIsA('ServerVersionResponseDto', version);
    assert.ok(version.major >= 3);
  });

  test('kiosk finds the server and its user', async () => {
    assert.deepEqual(await json('GET', '/server/ping'), { res: 'pong' });
    assertIsA('ServerAboutResponseDto', await json('GET', '/server/about'));
    assertIsA('UserAdminResponseDto', await json('GET', '/users/me'));
    assertIsA('AssetStatsResponseDto', await json('GET', '/assets/statistics'));
  });

  test('random pictures come with all that a caption needs', async () => {
    const body = { size: 3, type: 'IMAGE', withExif: true, withPeople: true, withArchived: false };
    const pictures = await json('POST', '/search/random?kiosk=frame&count=3', body);
    assert.equal(pictures.length, 3);
    for (const picture of pictures) {
      assertIsA('AssetResponseDto', picture);
      assert.ok(picture.exifInfo.make === 'Heirloom' && Array.isArray(picture.people));
    }
    assert.equal(new Set(pictures.map(({ id }: { id: string }) => id)).size, 3, 'each picture once');
    assert.equal((await json('POST', '/search/random', {})).length, ids.length);
  });

  test('pictures of some days come by their dates', async () => {
    const body = { size: 1000, page: 1, type: 'IMAGE', withExif: true, withPeople: true, takenAfter: '2000-01-01T00:00:00Z' };
    const { assets } = await json('POST', '/search/metadata?kiosk=frame&pastDays=3650', body);
    assert.deepEqual(assets.items.map(({ id }: { id: string }) => id).toSorted(), ids.toSorted());
    assets.items.forEach((picture: { exifInfo?: object }) => {
      assertIsA('AssetResponseDto', picture);
      assert.ok(picture.exifInfo);
    });
  });

  test('a picture is shown, small or as it is', async () => {
    for (const path of ['thumbnail?size=preview', 'thumbnail?size=thumbnail', 'original']) {
      const answer = await get(`/assets/${ids[0]}/${path}`);
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers.get('content-type') ?? '', /^image\/(jpeg|webp)$/);
      await answer.arrayBuffer();
    }
  });

  test('a video plays from where the frame says', { skip: withoutTestdata }, async () => {
    const id = await uploadFile(ada.withKey, join(testdata ?? '', 'library/mei/with-gps.mp4'));
    await jobsDone(ada.withKey);
    const path = `/assets/${id}/video/playback`;
    const whole = await get(path);
    assert.equal(whole.status, 200);
    assert.equal(whole.headers.get('accept-ranges'), 'bytes');
    const total = (await whole.arrayBuffer()).byteLength;
    for (const [range, length] of [['bytes=0-', total], ['bytes=0-1', 2], ['bytes=10-19', 10], [`bytes=-5`, 5]] as const) {
      const part = await get(path, { range });
      assert.equal(part.status, 206, range);
      assert.equal((await part.arrayBuffer()).byteLength, length, range);
      assert.match(part.headers.get('content-range') ?? '', new RegExp(`^bytes \\d+-\\d+/${total}$`));
    }
    assert.equal((await get(path, { range: `bytes=${total}-` })).status, 416);
  });

  test('an album is shown', async () => {
    const album = await json('POST', '/albums', { albumName: 'On the wall', assetIds: ids.slice(0, 2) }, 201);
    assertIsA('AlbumResponseDto', album);
    const albums = await json('GET', '/albums');
    albums.forEach((one: unknown) => assertIsA('AlbumResponseDto', one));
    assert.deepEqual(albums.map(({ id, assetCount }: { id: string; assetCount: number }) => [id, assetCount]), [[album.id, 2]]);
    assertIsA('AlbumResponseDto', await json('GET', `/albums/${album.id}`));
    const pictures = await json('POST', '/search/random', { albumIds: [album.id], withExif: true });
    assert.deepEqual(pictures.map(({ id }: { id: string }) => id).toSorted(), ids.slice(0, 2).toSorted());
  });

  test('people are looked for, and faces', async () => {
    const people = await json('GET', '/people?page=1&size=500&withHidden=false');
    assertIsA('PeopleResponseDto', people);
    assert.deepEqual(await json('GET', `/faces?id=${ids[0]}`), []);
  });

  test('a viewer likes a picture and tags it', async () => {
    assert.equal((await json('PUT', `/assets/${ids[0]}`, { isFavorite: true })).isFavorite, true);
    const [tag] = await json('PUT', '/tags', { tags: ['kiosk-skip'] });
    await json('PUT', `/tags/${tag.id}/assets`, { ids: [ids[0]] });
    const tagged = async () => (await json('POST', '/search/metadata', { tagIds: [tag.id] })).assets.items.map(({ id }: { id: string }) => id);
    assert.deepEqual(await tagged(), [ids[0]]);
    await json('DELETE', `/tags/${tag.id}/assets`, { ids: [ids[0]] });
    assert.deepEqual(await tagged(), []);
  });

  test('memories that are not there are no accident', async () => {
    const answer = await get('/memories?for=2026-07-01T00:00:00.000Z');
    const body = await answer.json();
    if (answer.status === 404) {
      assert.match(String((body as { message: unknown }).message), /^Cannot GET/);
    } else {
      assert.ok(answer.status === 200 && Array.isArray(body));
    }
  });

  test('what the key does not permit is refused with a text', async () => {
    const answer = await fetch(`${server.api}/assets`, {
      method: 'DELETE',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: JSON.stringify({ ids }),
    });
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as { message: string }).message, 'Missing required permission: asset.delete');
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.api + path, { headers: { 'x-api-key': key, ...headers } });

  async function json(method: string, path: string, body?: unknown, status = 200): Promise<any> {
    const answer = await fetch(server.api + path, {
      method,
      headers: { 'x-api-key': key, accept: 'application/json', ...(body === undefined ? undefined : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    assert.equal(answer.status, status, `${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
});
