import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { allAssets } from '../harness/library.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { seededRandom } from '../harness/random.ts';
import { scale } from '../harness/scale.ts';
import { failuresOf, jobsDone, sha1, upload } from '../harness/uploads.ts';

const PHOTOS = 500;
const CONNECTIONS = 6;
const KILLS = scale(8, 50);
const LONGEST_LIFE_IN_MILLISECONDS = scale(700, 400);

suite('a power cut', () => {
  let server: Heirloom;
  let ada: Account;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
  });
  after(() => server?.kill());

  test(`at ${KILLS} moments of an upload of ${PHOTOS} photos loses nothing that was acknowledged`, async (t) => {
    const seed = Number(process.env.HEIRLOOM_E2E_SEED ?? Date.now() % 1_000_000);
    t.diagnostic(`repeat with HEIRLOOM_E2E_SEED=${seed}`);
    const random = seededRandom(seed);
    const acknowledged = new Map<string, string>();
    const sender = new Sender(filesBelow(generatePhotos(PHOTOS, { seed })), ada, acknowledged);
    let sending = sender.send();
    let duringUpload = 0;

    for (let kill = 0; kill < KILLS; kill++) {
      await pause(random() * LONGEST_LIFE_IN_MILLISECONDS);
      duringUpload += Number(!sender.isDone);
      await server.kill();
      await sending;
      await server.restart();
      sending = sender.send();
    }
    await sending;
    t.diagnostic(`${duringUpload} of ${KILLS} kills fell into the upload, the others into the jobs after it`);

    assert.equal(acknowledged.size, PHOTOS);
    const failed = await jobsDone(ada.withKey);
    assert.equal(failed, 0, `no job may fail: ${failuresOf(server).join('; ')}`);
    const assets = await allAssets(ada.withKey);
    assert.equal(assets.length, PHOTOS, 'exactly once');
    assert.equal(new Set(assets.map(({ checksum }) => checksum)).size, PHOTOS);
    for (const [checksum, id] of acknowledged) {
      assert.equal(await checksumOf(id), checksum, `the original of ${id}`);
    }
    assert.ok(assets.every(({ thumbhash }) => thumbhash), 'every photo has its thumbnail');
    const originals = filesBelow(join(server.data, 'originals')).filter((file) => !file.includes('/.'));
    assert.equal(originals.length, PHOTOS, 'no file without its asset');
  });

  async function checksumOf(id: string): Promise<string> {
    const answer = await fetch(`${server.api}/assets/${id}/original`, ada.withKey);
    assert.equal(answer.status, 200);
    return createHash('sha1').update(new Uint8Array(await answer.arrayBuffer())).digest('hex');
  }
});

/** Uploads the photos that nobody has acknowledged yet, from several connections, until all are done or the server dies. */
class Sender {
  readonly #photos: string[];
  readonly #account: Account;
  readonly #acknowledged: Map<string, string>;

  constructor(photos: string[], account: Account, acknowledged: Map<string, string>) {
    this.#photos = photos;
    this.#account = account;
    this.#acknowledged = acknowledged;
  }

  get isDone(): boolean {
    return this.#photos.length === 0;
  }

  async send(): Promise<void> {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => this.#sendSome()));
  }

  async #sendSome(): Promise<void> {
    for (let photo = this.#photos.pop(); photo; photo = this.#photos.pop()) {
      try {
        const answer = await upload(this.#account.withKey, { name: photo, content: await openAsBlob(photo) });
        const { id } = (await answer.json()) as { id: string };
        assert.ok(answer.ok, `${photo}: ${answer.status}`);
        this.#acknowledged.set(sha1(readFileSync(photo)), id);
      } catch (error) {
        this.#photos.push(photo);
        if (error instanceof assert.AssertionError) {
          throw error;
        }
        return;
      }
    }
  }
}
