import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { checkBulkUpload, updateAsset, updateAssets } from '@immich/sdk';
import { type Account, signUp } from '../harness/account.ts';
import { atExit } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/folders.ts';
import { type Ended, Heirloom, heirloom, launcher } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { seededRandom } from '../harness/random.ts';
import { scale } from '../harness/scale.ts';
import { immich } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, sha1, uploadFile } from '../harness/uploads.ts';

const GROUPS = scale(40, 200);
const KILLS = scale(10, 50);
/** So few that all the kills come before an execution is through, on a fast machine too. */
const REQUESTS_PER_SECOND = 100;
const LONGEST_LIFE_IN_MILLISECONDS = 250;
const JOURNAL = 'journal.jsonl';

suite('heirloom dupes', () => {
  const folder = temporaryFolder('dupes');
  const analysis = join(folder, 'analysis.json');
  const backup = join(folder, 'backup');
  const execution = ['execute', '-i', analysis, '-b', backup, '--yes', '--force', '--include-review'];
  const checksums: string[] = [];
  let server: Heirloom;
  let ada: Account;
  let asBefore: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    const photos = filesBelow(generatePhotos(2 * GROUPS, { sizeInBytes: 3_000 }));
    const ids: string[] = [];
    for (const photo of photos) {
      ids.push(await uploadFile(ada.withKey, photo));
      checksums.push(sha1(readFileSync(photo)));
    }
    await jobsDone(ada.withKey);
    for (let i = 0; i < ids.length; i += 2) {
      const assetBulkUpdateDto = { ids: ids.slice(i, i + 2), duplicateId: randomUUID() };
      await updateAssets({ assetBulkUpdateDto }, ada.withKey);
    }
    await describe(ids.filter((_, index) => index % 2 === 1));
    await jobsDone(ada.withKey);
    asBefore = await looks();
    assert.equal((await run('analyze', '-o', analysis)).code, 0);
  });
  after(() => server?.kill());

  test(`killed at ${KILLS} moments of an execution of ${GROUPS} groups loses nothing and finishes`, async (t) => {
    const seed = Number(process.env.HEIRLOOM_E2E_SEED ?? Date.now() % 1_000_000);
    t.diagnostic(`repeat with HEIRLOOM_E2E_SEED=${seed}`);
    const random = seededRandom(seed);
    let kills = 0;
    for (let i = 0; i < KILLS; i++) {
      kills += Number(await killed(random() * LONGEST_LIFE_IN_MILLISECONDS));
      await requireAll('on the server or in the backup', [...(await onServer()), ...inBackup()]);
    }
    t.diagnostic(`${kills} of ${KILLS} runs were killed, the others had ended`);
    assert.ok(kills > KILLS / 2, `only ${kills} were killed`);

    const last = await run(...execution);
    assert.equal(last.code, 0, last.output);
    assert.equal((await onServer()).length, GROUPS, 'the keepers alone are left');
    assert.equal(new Set(inBackup()).size, GROUPS);
    await requireAll('on the server or in the backup', [...(await onServer()), ...inBackup()]);
    const verified = await run('verify', analysis);
    assert.equal(verified.code, 0, verified.output);
  });

  test('restores all of them', async () => {
    const restored = await run('restore', '-b', backup);
    assert.equal(restored.code, 0, restored.output);
    await requireAll('on the server', await onServer());
    await jobsDone(ada.withKey);
    assert.deepEqual(await looks(), asBefore);
    assert.match((await run('restore', '-b', backup)).output, /\b0 groups restored/);
  });

  /** Says of each what only some duplicates know, so that keepers get it, and lose it again. */
  async function describe(ids: string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      const updateAssetDto = { description: `Number ${index}`, isFavorite: true, rating: 4, latitude: 41.9, longitude: 12.5 };
      await updateAsset({ id, updateAssetDto }, ada.withKey);
    }
    await immich.createAlbum({ createAlbumDto: { albumName: 'Rome', assetIds: ids } }, ada.withKey);
    const [tag] = await immich.upsertTags({ tagUpsertDto: { tags: ['trip/rome'] } }, ada.withKey);
    await immich.tagAssets({ id: tag!.id, bulkIdsDto: { ids } }, ada.withKey);
  }

  /** All that is said of each photo, whatever its id is. */
  async function looks(): Promise<string[]> {
    const [album] = await immich.getAllAlbums({}, ada.withKey);
    const found = await inAlbum(album!.id);
    const seen: string[] = [];
    for (const { assetId } of await known()) {
      const asset = await immich.getAssetInfo({ id: assetId! }, ada.withKey);
      const { checksum, originalFileName, isFavorite, isTrashed, visibility, fileCreatedAt, fileModifiedAt, localDateTime } = asset;
      const exif = { ...asset.exifInfo, modifyDate: null };
      const tags = asset.tags?.map(({ value }) => value);
      const said = [checksum, originalFileName, isFavorite, isTrashed, visibility, fileCreatedAt, fileModifiedAt, localDateTime];
      seen.push(JSON.stringify([...said, exif, tags, found.has(assetId!)]));
    }
    return seen;
  }

  async function inAlbum(id: string): Promise<Set<string>> {
    const metadataSearchDto = { albumIds: [id], size: 1000 };
    const { assets } = await immich.searchAssets({ metadataSearchDto }, ada.withKey);
    return new Set(assets.items.map((asset) => asset.id));
  }

  async function run(...args: string[]): Promise<Ended> {
    return heirloom(['dupes', ...args], { env: environment() });
  }

  function environment(): NodeJS.ProcessEnv {
    const { url: IMMICH_URL } = server;
    const { apiKey: IMMICH_API_KEY } = ada;
    return { ...process.env, IMMICH_URL, IMMICH_API_KEY, HEIRLOOM_SERVER_FILE: join(folder, 'none.conf') };
  }

  /** Lets an execution live for a while after its first step; tells whether it was still alive. */
  async function killed(life: number): Promise<boolean> {
    const steps = stepsTaken();
    const args = ['dupes', ...execution, '--rate-limit', String(REQUESTS_PER_SECOND)];
    const child = spawn(launcher, args, { stdio: 'ignore', env: environment() });
    atExit(() => child.kill('SIGKILL'));
    const hasEnded = () => child.exitCode !== null;
    await until('the execution takes a step', () => hasEnded() || stepsTaken() > steps);
    await pause(life);
    if (hasEnded()) {
      return false;
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    return true;
  }

  function stepsTaken(): number {
    return backedUp()
      .filter((file) => file.endsWith(JOURNAL))
      .reduce((steps, file) => steps + readFileSync(file).length, 0);
  }

  const backedUp = (): string[] => (existsSync(backup) ? filesBelow(backup) : []);

  const inBackup = (): string[] =>
    backedUp()
      .filter((file) => file.endsWith('.jpg'))
      .map((file) => sha1(readFileSync(file)));

  const onServer = async (): Promise<string[]> => (await known()).map(({ id }) => id);

  async function known() {
    const assetBulkUploadCheckDto = { assets: checksums.map((checksum) => ({ id: checksum, checksum })) };
    const { results } = await checkBulkUpload({ assetBulkUploadCheckDto }, ada.withKey);
    return results.filter(({ action }) => action === 'reject');
  }

  async function requireAll(where: string, found: string[]): Promise<void> {
    const there = new Set(found);
    const missing = checksums.filter((checksum) => !there.has(checksum));
    assert.deepEqual(missing, [], `every photo is ${where}`);
  }
});
