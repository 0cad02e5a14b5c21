import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { AssetMediaSize, AssetTypeEnum, AssetVisibility } from '@immich/sdk';
import { type Account, signUp } from '../harness/account.ts';
import { testdata, withoutTestdata } from '../harness/folders.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich } from '../harness/sdk.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('the official SDK reads files', () => {
  let server: Heirloom;
  let ada: Account;
  let photos: string[];
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photos = filesBelow(generatePhotos(2));
    ids = await Promise.all(photos.map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
  });
  after(() => server?.stop());

  suite('files', () => {
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${server.api}/assets/${ids[0]}/${path}`, { headers: { ...ada.withKey.headers, ...headers }, redirect: 'manual' });

    test('the original comes back byte for byte', async () => {
      const answer = await get('original');
      assert.equal(answer.headers.get('content-type'), 'image/jpeg');
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), readFileSync(photos[0]!));
      assertIsCached(answer);
      assert.match(answer.headers.get('content-disposition') ?? '', /filename\*=UTF-8''photo-00000\.jpg/);
    });

    test('parts of it come when asked for', async () => {
      const whole = readFileSync(photos[0]!);
      const part = await get('original', { range: 'bytes=100-199' });
      assert.equal(part.status, 206);
      assert.equal(part.headers.get('content-range'), `bytes 100-199/${whole.length}`);
      assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(100, 200));
      assert.equal((await get('original', { range: `bytes=${whole.length}-` })).status, 416);
    });

    test('an unchanged file is not sent again', async () => {
      const etag = (await get('thumbnail')).headers.get('etag');
      assert.ok(etag);
      assert.equal((await get('thumbnail', { 'if-none-match': etag })).status, 304);
    });

    test('thumbnail and preview are pictures', async () => {
      const thumbnail = await get('thumbnail');
      assert.equal(thumbnail.headers.get('content-type'), 'image/webp');
      assert.match(thumbnail.headers.get('content-disposition') ?? '', /photo-00000_thumbnail\.webp/);
      assertIsCached(thumbnail);
      const preview = await immich.viewAsset({ id: ids[0]!, size: AssetMediaSize.Preview }, ada.withKey);
      assert.deepEqual([...new Uint8Array(await preview.arrayBuffer()).subarray(0, 3)], [0xff, 0xd8, 0xff]);
    });

    test('the full size of what a browser shows is the original', async () => {
      const answer = await get('thumbnail?size=fullsize&c=abc');
      assert.equal(answer.status, 302);
      assert.match(answer.headers.get('location') ?? '', /original\?.*c=abc/);
    });

    test('a photo has nothing to play', async () => assert.equal((await get('video/playback')).status, 404));

    function assertIsCached(answer: Response): void {
      assert.equal(
        answer.headers.get('cache-control'),
        'private, max-age=86400, no-transform, stale-while-revalidate=2592000, stale-if-error=2592000',
      );
    }
  });

  suite('real photos', { skip: withoutTestdata }, () => {
    const library = join(testdata ?? '', 'library');

    test('a video plays in parts', async () => {
      const id = await uploadFile(ada.withKey, join(library, 'mei/with-gps.mp4'));
      await jobsDone(ada.withKey);
      const asset = await immich.getAssetInfo({ id }, ada.withKey);
      assert.equal(asset.type, AssetTypeEnum.Video);
      assert.ok(asset.duration! > 0 && Number.isInteger(asset.duration), `duration ${asset.duration}`);
      const part = await fetch(`${server.api}/assets/${id}/video/playback`, {
        headers: { ...ada.withKey.headers, range: 'bytes=0-1' },
      });
      assert.equal(part.status, 206);
      assert.match(part.headers.get('content-type') ?? '', /^video\//);
      assert.equal((await part.arrayBuffer()).byteLength, 2);
    });

    test('the two halves of a Live Photo find each other', async () => {
      const still = await uploadFile(ada.withKey, join(library, 'live/IMG_3853.HEIC'));
      const motion = await uploadFile(ada.withKey, join(library, 'live/IMG_3853.MOV'));
      await jobsDone(ada.withKey);
      assert.equal((await immich.getAssetInfo({ id: still }, ada.withKey)).livePhotoVideoId, motion);
      assert.equal((await immich.getAssetInfo({ id: motion }, ada.withKey)).visibility, AssetVisibility.Hidden);
    });
  });
});
