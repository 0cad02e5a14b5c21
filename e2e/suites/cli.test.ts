import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getAssetStatistics, getSupportedMediaTypes } from '@immich/sdk';
import { type Account, nobody, signUp } from '../harness/account.ts';
import { temporaryFolder, testdata, withoutTestdata } from '../harness/folders.ts';
import { type Ended, Heirloom } from '../harness/heirloom.ts';
import { allAssets } from '../harness/library.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { scale } from '../harness/scale.ts';
import { failuresOf, jobsDone, sha1 } from '../harness/uploads.ts';

const program = join(dirname(fileURLToPath(import.meta.resolve('@immich/cli'))), '../bin/immich');
const nothingNew = /All assets were already uploaded, nothing to do/;

suite('the official CLI', () => {
  const configuration = temporaryFolder('cli');
  let server: Heirloom;
  let ada: Account;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
  });
  after(() => server?.stop());

  test('logs in', () => {
    assert.match(immich('login', server.api, ada.apiKey).output, /Logged in as ada@example\.com/);
  });

  test('is told when its key is wrong', () => {
    const { code, output } = run('--url', server.api, '--key', 'wrong', 'server-info');
    assert.notEqual(code, 0);
    assert.match(output, /401|Unauthorized|Invalid/i);
  });

  test('uploads real photos once', { skip: withoutTestdata }, async () => {
    const library = join(testdata!, 'library');
    immich('upload', '--recursive', library);
    await finishesAllJobs();
    await holdsEachOnce(await uploadable(library));
    assert.match(immich('upload', '--recursive', library).output, nothingNew);
    await agreesOnCounts();
  });

  test('uploads many photos once', async () => {
    const count = scale(100, 2000);
    const photos = generatePhotos(count, { seed: 2 });
    const { output } = immich('upload', '--recursive', '--concurrency', '8', photos);
    assert.match(output, new RegExp(`Successfully uploaded ${count} new assets`));
    await finishesAllJobs();
    await holdsEachOnce(filesBelow(photos));
    assert.match(immich('upload', '--recursive', photos).output, nothingNew);
    await agreesOnCounts();
  });

  function immich(...args: string[]): Ended {
    const ended = run(...args);
    assert.equal(ended.code, 0, ended.output);
    return ended;
  }

  function run(...args: string[]): Ended {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, IMMICH_CONFIG_DIR: configuration, IMMICH_PROGRESS_BAR: 'false' },
    });
    return { code: status, output: stdout + stderr };
  }

  async function finishesAllJobs(): Promise<void> {
    const failed = await jobsDone(ada.withKey, 600);
    assert.equal(failed, 0, `no job may fail: ${failuresOf(server).join('; ')}`);
  }

  async function uploadable(folder: string): Promise<string[]> {
    const { image, video } = await getSupportedMediaTypes(nobody(server));
    const known = new Set([...image, ...video]);
    return filesBelow(folder).filter((file) => known.has(extname(file).toLowerCase()));
  }

  async function holdsEachOnce(files: string[]): Promise<void> {
    const held = (await allAssets(ada.withKey)).map(({ checksum }) => checksum);
    assert.equal(new Set(held).size, held.length, 'an asset is there twice');
    const missing = files.filter((file) => !held.includes(sha1(readFileSync(file), 'base64')));
    assert.deepEqual(missing, []);
  }

  async function agreesOnCounts(): Promise<void> {
    const { images, videos, total } = await getAssetStatistics({}, ada.withKey);
    const { output } = immich('server-info');
    assert.match(output, new RegExp(`Images: ${images}\\b`));
    assert.match(output, new RegExp(`Videos: ${videos}\\b`));
    assert.match(output, new RegExp(`Total: ${total}\\b`));
    const visible = (await allAssets(ada.withKey)).filter(({ visibility }) => visibility === 'timeline');
    assert.equal(visible.length, total);
  }
});
