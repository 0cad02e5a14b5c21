import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { jobsDone, sha1 } from '../harness/uploads.ts';

const PAUSED = ['thumbnailGeneration', 'metadataExtraction', 'videoConversion', 'faceDetection', 'smartSearch'];

/** The requests of `immich-go upload` in their order, written by hand: its Go program is not in npm. */
suite('a session of immich-go', () => {
  let server: Heirloom;
  let ada: Account;
  let photos: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photos = filesBelow(generatePhotos(6, { seed: 6 }));
  });
  after(() => server?.stop());

  test('finds the server and its user', async () => {
    assert.deepEqual(await json('GET', '/server/ping'), { res: 'pong' });
    assert.equal((await json('GET', '/users/me')).email, ada.email);
    assert.ok((await json('GET', '/server/media-types')).image.includes('.jpg'));
    assert.match((await json('GET', '/server/about')).version, /^v3\./);
  });

  test('pauses the jobs', async () => {
    for (const name of PAUSED) {
      const { queueStatus } = await json('PUT', `/jobs/${name}`, { command: 'pause', force: true });
      assert.equal(queueStatus.isPaused, true, name);
    }
  });

  test('lists what is there, the trash since year 1 included', async () => {
    assert.equal((await json('GET', '/assets/statistics')).total, 0);
    for (const visibility of ['archive', 'timeline', 'hidden']) {
      for (const trash of [{}, { trashedAfter: '0001-01-01T00:00:00.000Z' }]) {
        const { assets } = await json('POST', '/search/metadata', { page: 1, size: 1000, withExif: true, visibility, ...trash });
        assert.deepEqual([assets.items, assets.nextPage], [[], null]);
      }
    }
  });

  test('uploads with its fields in any order, the file among them', async () => {
    for (const [turn, photo] of photos.entries()) {
      const { status, body } = await upload(photo, turn);
      assert.deepEqual([status, body.status], [201, 'created']);
    }
    const again = await upload(photos[0]!, 3);
    assert.deepEqual([again.status, again.body.status], [200, 'duplicate']);
  });

  test('sees the assets before any job has run', async () => {
    const { assets } = await json('POST', '/search/metadata', { size: 1000, withExif: true, visibility: 'timeline' });
    assert.equal(assets.items.length, photos.length);
    for (const { fileCreatedAt, originalFileName, thumbhash } of assets.items) {
      assert.equal(fileCreatedAt, '2023-03-04T05:06:07.000Z');
      assert.match(originalFileName, /^photo "\d" Größe\.jpg$/);
      assert.equal(thumbhash, null);
    }
  });

  test('describes an asset, and its zero time is no date', async () => {
    const [asset] = (await json('POST', '/search/metadata', { size: 1 })).assets.items;
    await json('PUT', `/assets/${asset.id}`, {
      dateTimeOriginal: '0001-01-01T00:00:00Z',
      description: 'from immich-go',
      latitude: 48.85,
      longitude: 2.35,
      rating: 5,
    });
    const { exifInfo, fileCreatedAt } = await json('GET', `/assets/${asset.id}`);
    assert.deepEqual([exifInfo.description, exifInfo.rating, exifInfo.latitude], ['from immich-go', 5, 48.85]);
    assert.equal(fileCreatedAt, asset.fileCreatedAt);
  });

  test('resumes the jobs, which then end', async () => {
    const { metadataExtraction } = await json('GET', '/jobs');
    assert.ok(metadataExtraction.queueStatus.isPaused);
    for (const name of PAUSED) {
      await json('PUT', `/jobs/${name}`, { command: 'resume', force: true });
    }
    assert.equal(await jobsDone(ada.withKey), 0);
    const { assets } = await json('POST', '/search/metadata', { size: 1000, withExif: true });
    const described = assets.items.filter(({ exifInfo }: any) => exifInfo.description === 'from immich-go');
    assert.equal(described.length, 1, 'the description outlives the extraction');
    assert.ok(assets.items.every(({ thumbhash, exifInfo }: any) => thumbhash && exifInfo.make === 'Heirloom'));
    for (const { exifInfo } of assets.items) {
      assert.match(exifInfo.dateTimeOriginal, /\+00:00$/);
    }
  });

  async function json(method: string, path: string, body?: unknown): Promise<any> {
    const answer = await fetch(server.api + path, {
      method,
      headers: { 'x-api-key': ada.apiKey, accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  /** Go writes the fields in the order of a map, so a different one each time, and escapes quotes in names. */
  async function upload(photo: string, turn: number): Promise<{ status: number; body: { status: string } }> {
    const content = readFileSync(photo);
    const boundary = randomBytes(30).toString('hex');
    const number = Number(/\d+/.exec(basename(photo))![0]);
    const date = '2023-03-04T05:06:07.000Z';
    const fields = Object.entries({ deviceAssetId: `${photo}-1`, deviceId: 'go', fileCreatedAt: date, fileModifiedAt: date, isFavorite: 'false', visibility: 'timeline' })
      .map(([name, value]) => Buffer.from(`Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`));
    const file = Buffer.concat([
      Buffer.from(`Content-Disposition: form-data; name="assetData"; filename="photo \\"${number}\\" Größe.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`),
      content,
    ]);
    const parts = fields.toSpliced(turn % (fields.length + 1), 0, file);
    const answer = await fetch(`${server.api}/assets`, {
      method: 'POST',
      headers: {
        'x-api-key': ada.apiKey,
        'x-immich-checksum': sha1(content, 'base64'),
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: Buffer.concat([
        ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]),
        Buffer.from(`--${boundary}--\r\n`),
      ]),
    });
    return { status: answer.status, body: (await answer.json()) as { status: string } };
  }
});
