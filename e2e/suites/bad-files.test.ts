import assert from 'node:assert/strict';
import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { pngBomb } from '../harness/broken-files.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { allAssets } from '../harness/library.ts';
import { smallDisk, withoutMounts } from '../harness/mounts.ts';
import { assertNoStackTrace } from '../harness/output.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich } from '../harness/sdk.ts';
import { type Upload, jobsDone, upload } from '../harness/uploads.ts';

suite('bad files', () => {
  let server: Heirloom;
  let ada: Account;
  let photo: Uint8Array<ArrayBuffer>;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    photo = new Uint8Array(readFileSync(filesBelow(generatePhotos(1, { seed: 3 }))[0]!));
  });
  after(async () => {
    const ended = await server?.stop();
    if (ended) {
      assertNoStackTrace(ended.output);
    }
  });

  suite('are refused', () => {
    test('with an extension that is none of a photo', async () => {
      const { status, body } = await send({ name: 'letter.exe', content: photo });
      assert.equal(status, 400);
      assert.match(body.message, /^Unsupported file type/);
    });

    test('when empty', async () => {
      const { status, body } = await send({ name: 'empty.jpg', content: '' });
      assert.equal(status, 400);
      assert.match(body.message, /empty/i);
    });

    test('without their dates', async () => {
      const { status, body } = await send({ name: 'dateless.jpg', content: photo, fields: { fileCreatedAt: 'yesterday' } });
      assert.equal(status, 400);
      assert.equal(body.message, 'Validation failed');
      assert.deepEqual(body.errors?.[0]?.path, ['fileCreatedAt']);
    });

    test('when the request breaks off', async () => {
      const before = (await allAssets(ada.withKey)).length;
      const head = '--x\r\nContent-Disposition: form-data; name="assetData"; filename="half.jpg"\r\n\r\nhalf a photo';
      const answer = await fetch(`${server.api}/assets`, {
        method: 'POST',
        headers: { ...ada.withKey.headers, 'content-type': 'multipart/form-data; boundary=x' },
        body: head,
      });
      assert.equal(answer.status, 400);
      assert.equal((await allAssets(ada.withKey)).length, before);
    });

    test('over the quota', async () => {
      const before = await allAssets(ada.withKey);
      const setQuota = (bytes: number | null) => {
        const database = new DatabaseSync(join(server.data, 'heirloom.db'));
        database.prepare('update app_user set quota_size_in_bytes = ?').run(bytes);
        database.close();
      };
      setQuota(photo.length - 1);
      try {
        const { status, body } = await send({ name: 'large.jpg', content: photo });
        assert.equal(status, 400);
        assert.equal(body.message, 'Quota has been exceeded!');
        assert.equal((await allAssets(ada.withKey)).length, before.length);
      } finally {
        setQuota(null);
      }
    });
  });

  suite('are kept, and their failure told', () => {
    test('a truncated JPEG', () => isKept({ name: 'truncated.jpg', content: photo.slice(0, photo.length / 2) }));

    test('a text that says it is a JPEG', () => isKept({ name: 'text.jpg', content: 'Dear diary, this is no photo.' }, { fails: true }));

    test('a PNG of 30,000 x 30,000 pixels', async () => {
      await isKept({ name: 'bomb.png', content: pngBomb() }, { fails: true });
      const resident = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
      assert.ok(resident < 1000, `the server itself grew to ${resident} MB`);
    });

    async function isKept(file: Upload, { fails = false } = {}): Promise<void> {
      const { status, body } = await send(file);
      assert.equal(status, 201, body.message);
      const failed = await jobsDone(ada.withKey);
      const original = await fetch(`${server.api}/assets/${body.id}/original`, ada.withKey);
      assert.deepEqual(Buffer.from(await original.arrayBuffer()), Buffer.from(await new Blob([file.content]).arrayBuffer()));
      if (fails) {
        assert.ok(failed > 0, 'the failed job is counted');
        const thumbnail = await fetch(`${server.api}/assets/${body.id}/thumbnail`, ada.withKey);
        assert.equal(thumbnail.status, 404);
      }
      assert.deepEqual(await immich.pingServer(ada.withKey), { res: 'pong' });
    }
  });

  suite('with tricks in their names stay where they belong', () => {
    const names: Record<string, string> = {
      'a way up': '../../../../etc/heirloom-e2e.jpg',
      'a way up, escaped': '..%2f..%2fheirloom-e2e.jpg',
      'a way up on Windows': '..\\..\\heirloom-e2e.jpg',
      'an absolute path': '/tmp/heirloom-e2e.jpg',
      'a name of 400 letters': `${'n'.repeat(400)}.jpg`,
      'only an extension': '.jpg',
      'another writing direction': 'photo\u202egpj.jpg',
      'emoji and accents': 'Größe 👵🏽.jpg',
      'quotes and semicolons': 'a";b=\'c\'.jpg',
      'a control character': 'a\u0007b.jpg',
    };
    for (const [trick, name] of Object.entries(names)) {
      test(trick, async () => {
        const content = new Uint8Array([...photo, ...Buffer.from(name)]);
        const { status, body } = await send({ name: 'plain.jpg', content, fields: { filename: name } });
        assert.ok(status === 201 || status === 400, `status ${status}`);
        if (status === 201) {
          const asset = await immich.getAssetInfo({ id: body.id }, ada.withKey);
          assert.doesNotMatch(asset.originalFileName, /[/\\]/);
          const original = await fetch(`${server.api}/assets/${body.id}/original`, ada.withKey);
          assert.deepEqual(new Uint8Array(await original.arrayBuffer()), content);
        }
        const outside = filesBelow(server.data).filter((file) => file.includes('heirloom-e2e'));
        assert.deepEqual(outside, []);
      });
    }
  });

  test('a full disk refuses the upload and keeps what it has', { skip: withoutMounts }, async () => {
    const full = await Heirloom.start({ data: smallDisk(24) });
    try {
      const owner = await signUp(full);
      const photos = filesBelow(generatePhotos(60, { sizeInBytes: 600_000, seed: 4 }));
      const taken: string[] = [];
      let refusal: { status: number; body: Answer } | undefined;
      for (const file of photos) {
        const answer = await sendAs(owner, { name: file, content: await openAsBlob(file) });
        if (answer.status === 201) {
          taken.push(answer.body.id);
        } else {
          refusal = answer;
        }
      }
      assert.ok(taken.length > 0 && refusal, `${taken.length} of ${photos.length} were taken`);
      assert.equal(refusal.status, 507, refusal.body.message);
      assert.match(refusal.body.message, /disk|space|room/i);
      for (const id of taken) {
        const original = await fetch(`${full.api}/assets/${id}/original`, owner.withKey);
        assert.equal(original.status, 200);
        await original.arrayBuffer();
      }
    } finally {
      assertNoStackTrace((await full.stop()).output);
    }
  });

  const send = (file: Upload) => sendAs(ada, file);
});

interface Answer {
  id: string;
  message: string;
  errors?: { path: string[] }[];
}

async function sendAs(account: Account, file: Upload): Promise<{ status: number; body: Answer }> {
  const answer = await upload(account.withKey, file);
  return { status: answer.status, body: (await answer.json()) as Answer };
}
