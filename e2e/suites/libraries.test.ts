import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Permission, QueueCommand, QueueName } from '@immich/sdk';
import { type Account, type Caller, nobody, signUp, withKey } from '../harness/account.ts';
import { temporaryFolder } from '../harness/folders.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { allAssets } from '../harness/library.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { jobsDone } from '../harness/uploads.ts';

suite('external libraries', () => {
  let server: Heirloom;
  let ada: Account;
  let folder: string;
  let id: string;
  let photos: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    folder = generatePhotos(30, { sizeInBytes: 20_000 });
    photos = filesBelow(folder).map((file) => basename(file));
    const library = await immich.createLibrary(
      { createLibraryDto: { ownerId: ada.userId, name: 'Photos', importPaths: [folder] } },
      ada.withKey,
    );
    id = library.id;
    assert.equal(library.refreshedAt, null);
    assert.ok(library.exclusionPatterns.includes('**/@eaDir/**'));
  });
  after(() => server?.stop());

  const scan = async (force = false): Promise<void> => {
    if (force) {
      const answer = await fetch(`${server.api}/libraries/${id}/scan?force=true`, { method: 'POST', headers: ada.withKey.headers! });
      assert.equal(answer.status, 204);
    } else {
      await immich.scanLibrary({ id }, ada.withKey);
    }
    assert.equal(await jobsDone(ada.withKey), 0);
  };
  const note = async () => ((await immich.getLibraryStatistics({ id }, ada.withKey)) as { note?: string }).note;

  test('a scan brings in the photos where they lie', async () => {
    await scan();
    const found = await allAssets(ada.withKey);
    assert.deepEqual(found.map((asset) => asset.originalFileName).sort(), [...photos].sort());
    for (const asset of found) {
      assert.equal(asset.libraryId, id);
      assert.equal(asset.originalPath, join(folder, asset.originalFileName));
      assert.ok(asset.thumbhash);
    }
    const statistics = await immich.getLibraryStatistics({ id }, ada.withKey);
    assert.equal(statistics.photos, 30);
    assert.equal(statistics.total, 30);
    const library = await immich.getLibrary({ id }, ada.withKey);
    assert.equal(library.assetCount, 30);
    assert.ok(library.refreshedAt);
    assert.equal((await immich.getMyUser(ada.withKey)).quotaUsageInBytes, 0);
  });

  test('loops and links into the data directory bring nothing', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync(folder, join(folder, 'sub/loop'));
    symlinkSync(server.data, join(folder, 'data'));
    await scan();
    assert.equal((await allAssets(ada.withKey)).length, 30);
    rmSync(join(folder, 'sub/loop'));
    rmSync(join(folder, 'data'));
  });

  test('an edit survives a move and lies in a sidecar', async () => {
    const [first] = await allAssets(ada.withKey);
    const name = first!.originalFileName;
    await immich.updateAsset({ id: first!.id, updateAssetDto: { description: 'at the lake', rating: 3 } }, ada.withKey);
    assert.equal(await jobsDone(ada.withKey), 0);
    assert.match(readFileSync(join(folder, `${name}.xmp`), 'utf8'), /at the lake/);
    renameSync(join(folder, name), join(folder, 'sub', name));
    renameSync(join(folder, `${name}.xmp`), join(folder, 'sub', `${name}.xmp`));
    await scan();
    const moved = await immich.getAssetInfo({ id: first!.id }, ada.withKey);
    assert.equal(moved.originalPath, join(folder, 'sub', name));
    assert.equal(moved.exifInfo?.description, 'at the lake');
    assert.equal(moved.isOffline, false);
  });

  test('a mount that is missing loses nothing', async () => {
    renameSync(folder, `${folder}-parked`);
    await scan();
    assert.match((await note()) ?? '', /does not exist/);
    assert.equal((await allAssets(ada.withKey)).filter((asset) => asset.isOffline || asset.isTrashed).length, 0);
    renameSync(`${folder}-parked`, folder);
    await scan();
    assert.equal(await note(), undefined);
  });

  test('a scan that would lose much asks first; what is lost comes back', async () => {
    const parked = temporaryFolder('parked');
    const gone = filesBelow(folder).filter((file) => file.endsWith('.jpg')).slice(0, 25);
    for (const file of gone) {
      cpSync(file, join(parked, basename(file)), { preserveTimestamps: true });
      rmSync(file);
    }
    const offline = async () => (await immich.getAssetStatistics({ isTrashed: true }, ada.withKey)).total;
    await scan();
    assert.match((await note()) ?? '', /25 of 30/);
    assert.equal(await offline(), 0);
    await scan(true);
    assert.equal(await offline(), 25);
    for (const file of gone) {
      cpSync(join(parked, basename(file)), file, { preserveTimestamps: true });
    }
    await scan();
    assert.equal(await offline(), 0);
  });

  test('paths are validated, and bad ones refused', async () => {
    const { importPaths } = await immich.validate(
      { id, validateLibraryDto: { importPaths: [folder, server.data, join(server.data, 'originals'), 'x', '/missing'] } },
      ada.withKey,
    );
    assert.deepEqual(importPaths?.map(({ isValid }) => isValid), [true, false, false, false, false]);
    const update = (updateLibraryDto: object) => immich.updateLibrary({ id, updateLibraryDto }, ada.withKey);
    await refuses(update({ importPaths: [server.data] }), 400, /data directory/);
    await refuses(update({ importPaths: ['/missing'] }), 400);
    const { errors } = await refuses(update({ importPaths: [folder, folder] }), 400);
    assert.deepEqual(errors?.[0]?.path, ['importPaths', 1]);
    assert.equal((await update({ name: 'Holidays' })).name, 'Holidays');
    const createLibraryDto = { ownerId: randomUUID(), importPaths: [] };
    await refuses(immich.createLibrary({ createLibraryDto }, ada.withKey), 400);
  });

  test('only administrators with the permission may', async () => {
    const { secret } = await immich.createApiKey(
      { apiKeyCreateDto: { name: 'narrow', permissions: [Permission.AssetRead] } },
      ada.withSession,
    );
    const all = (caller: Caller) => [
      immich.getAllLibraries(caller),
      immich.createLibrary({ createLibraryDto: { ownerId: ada.userId } }, caller),
      immich.getLibrary({ id }, caller),
      immich.updateLibrary({ id, updateLibraryDto: { name: 'stolen' } }, caller),
      immich.deleteLibrary({ id }, caller),
      immich.scanLibrary({ id }, caller),
      immich.getLibraryStatistics({ id }, caller),
      immich.validate({ id, validateLibraryDto: {} }, caller),
    ];
    await Promise.all(all(nobody(server)).map((call) => refuses(call, 401)));
    await Promise.all(all(withKey(server, secret)).map((call) => refuses(call, 403)));
    await refuses(immich.getLibrary({ id: randomUUID() }, ada.withKey), 400, /Not found or no library.read access/);
    assert.equal((await immich.getAllLibraries(ada.withKey)).length, 1);
  });

  test('the queue scans all libraries', async () => {
    writeFileSync(join(folder, 'copy.jpg'), readFileSync(filesBelow(folder).find((file) => file.endsWith('.jpg'))!));
    await immich.runQueueCommandLegacy(
      { name: QueueName.Library, queueCommandDto: { command: QueueCommand.Start, force: false } },
      ada.withKey,
    );
    assert.equal(await jobsDone(ada.withKey), 0);
    assert.equal((await allAssets(ada.withKey)).length, 31);
  });

  test('a removed library leaves every file', async () => {
    const before = filesBelow(folder);
    await immich.deleteLibrary({ id }, ada.withKey);
    assert.equal(await jobsDone(ada.withKey), 0);
    assert.deepEqual(await allAssets(ada.withKey), []);
    assert.deepEqual(filesBelow(folder), before);
    assert.ok(existsSync(folder));
    await refuses(immich.getLibrary({ id }, ada.withKey), 400);
  });
});
