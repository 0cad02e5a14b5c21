import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { jobsDone, sha1 } from '../harness/uploads.ts';
import { assertIsA } from '../harness/wire.ts';

const PAUSED = ['thumbnailGeneration', 'metadataExtraction', 'videoConversion', 'faceDetection', 'smartSearch'];

/** The requests of `immich-go upload` 0.32 in their order, written by hand: its Go program is not in npm. */
suite('a session of immich-go', () => {
  let server: Heirloom;
  let ada: Account;
  let photos: string[];
  /** The assets as the server lists them, by the number in their names. */
  let uploaded: { id: string; originalFileName: string; fileCreatedAt: string }[];

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
    uploaded = assets.items.toSorted((a: any, b: any) => a.originalFileName.localeCompare(b.originalFileName));
    assert.equal(assets.items.length, photos.length);
    for (const { fileCreatedAt, originalFileName, thumbhash } of assets.items) {
      assert.equal(fileCreatedAt, '2023-03-04T05:06:07.000Z');
      assert.match(originalFileName, /^photo "\d" Größe\.jpg$/);
      assert.equal(thumbhash, null);
    }
  });

  test('describes an asset, and its zero time is no date', async () => {
    const asset = uploaded[2]!; // not one of those that lend or take over a sidecar below
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

  test('puts assets into an album that it finds by its name', async () => {
    assert.deepEqual(await json('GET', '/albums'), []);
    const ids = uploaded.map(({ id }) => id);
    const album = await json('POST', '/albums', { albumName: 'Été 2023', description: '', assetIds: ids.slice(0, 2) });
    assertIsA('AlbumResponseDto', album);
    const [found] = (await json('GET', '/albums')).filter(({ albumName }: any) => albumName === 'Été 2023');
    assert.deepEqual([found.id, found.assetCount], [album.id, 2]);
    const added = await json('PUT', `/albums/${album.id}/assets`, { ids: [ids[1], ids[2], ids[2]] });
    added.forEach((one: unknown) => assertIsA('BulkIdResponseDto', one));
    assert.deepEqual(added.map(({ success, error }: any) => [success, error]), [
      [false, 'duplicate'],
      [true, undefined],
      [false, 'duplicate'],
    ]);
    const { assets } = await json('POST', '/search/metadata', { albumIds: [album.id], page: 1, size: 1000, withExif: true });
    assert.deepEqual(assets.items.map(({ id }: any) => id).toSorted(), ids.slice(0, 3).toSorted());
  });

  test('tags assets, with the parents that are missing', async () => {
    const tags = await json('PUT', '/tags', { tags: ['{immich-go}/2023-03', 'Places/Sea/Étretat'] });
    tags.forEach((tag: unknown) => assertIsA('TagResponseDto', tag));
    assert.deepEqual(tags.map(({ name, value }: any) => [name, value]), [
      ['2023-03', '{immich-go}/2023-03'],
      ['Étretat', 'Places/Sea/Étretat'],
    ]);
    const again = await json('PUT', '/tags', { tags: ['Places/Sea/Étretat'] });
    assert.equal(again[0].id, tags[1].id);
    const done = await json('PUT', `/tags/${tags[1].id}/assets`, { ids: uploaded.slice(0, 2).map(({ id }) => id) });
    assert.deepEqual(done.map(({ success }: any) => success), [true, true]);
    const values = (await json('GET', '/tags')).map(({ value }: any) => value);
    assert.ok(values.includes('Places') && values.includes('Places/Sea'), values.join());
  });

  test('stacks a burst', async () => {
    const assetIds = uploaded.slice(3, 5).map(({ id }) => id);
    const stack = await json('POST', '/stacks', { assetIds });
    assertIsA('StackResponseDto', stack);
    assert.deepEqual([stack.primaryAssetId, stack.assets.length], [assetIds[0], 2]);
  });

  test('replaces an asset by a better one: copies what it is part of, then trashes it', async () => {
    const [old, , , , , better] = uploaded;
    await json('PUT', `/assets/${old!.id}`, { isFavorite: true });
    const favorites = await json('PUT', '/assets/copy', { sourceId: old!.id, targetId: better!.id });
    assert.equal(favorites, undefined);
    await json('DELETE', '/assets', { ids: [old!.id], force: false });
    assert.equal((await json('GET', `/assets/${better!.id}`)).isFavorite, true);
    const { assets } = await json('POST', '/search/metadata', { size: 1000, trashedAfter: '0001-01-01T00:00:00.000Z' });
    assert.deepEqual(assets.items.map(({ id }: any) => id), [old!.id]);
    await json('POST', '/trash/restore/assets', { ids: [old!.id] });
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

  test('reads everything back to move it to another server', async () => {
    for (const { id, originalFileName } of uploaded) {
      const original = await fetch(`${server.api}/assets/${id}/original`, ada.withKey);
      const number = Number(/\d/.exec(originalFileName)![0]);
      assert.deepEqual(Buffer.from(await original.arrayBuffer()), readFileSync(photos[number]!));
    }
    assert.deepEqual(await json('GET', '/search/suggestions?type=camera-make'), ['Heirloom']);
    assertIsA('PeopleResponseDto', await json('GET', '/people?page=1&size=1000&withHidden=true'));
    (await json('GET', '/tags')).forEach((tag: unknown) => assertIsA('TagResponseDto', tag));
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
