import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { AssetJobName, QueueCommand, QueueName } from '@immich/sdk';
import { type Account, signUp } from '../harness/account.ts';
import { temporaryFolder, testdata, withoutTestdata } from '../harness/folders.ts';
import { Heirloom, launcher } from '../harness/heirloom.ts';
import { immich } from '../harness/sdk.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

const PHOTOS_EACH = 4;
const caltech = join(testdata ?? '', 'faces/caltech');

/** Photos of three people, those of one after the other. */
function photosByPerson(): string[][] {
  const lines = readFileSync(join(caltech, 'identities.csv'), 'utf8').split('\n');
  return ['person01', 'person04', 'person15'].map((person) =>
    lines
      .filter((line) => line.split(',')[1] === person)
      .slice(0, PHOTOS_EACH)
      .map((line) => join(caltech, line.split(',')[0]!)),
  );
}

/** Which photos show the same person, as sets of file names. */
async function peopleOf(account: Account, files: Map<string, string>): Promise<string[]> {
  const { people } = await immich.getAllPeople({}, account.withKey);
  const groups = await Promise.all(
    people.map(async ({ id }) => {
      const found = await immich.searchAssets({ metadataSearchDto: { personIds: [id] } }, account.withKey);
      return found.assets.items.map((asset) => files.get(asset.id)).sort().join(' ');
    }),
  );
  return groups.sort();
}

suite('faces become people', { skip: withoutTestdata }, () => {
  let models: string;
  let server: Heirloom;
  let ada: Account;
  const files = new Map<string, string>();

  const send = async (photos: string[], account: Account, names: Map<string, string>) => {
    for (const photo of photos) {
      names.set(await uploadFile(account.withKey, photo), photo);
    }
    assert.equal(await jobsDone(account.withKey), 0);
  };

  before(async () => {
    models = temporaryFolder('models');
    const from = join(testdata!, 'models');
    execFileSync(launcher, ['models', 'add', 'faces-yunet-mobilefacenet', '--model-dir', models, '--from', from]);
    server = await Heirloom.start({ args: ['--model-dir', models] });
    ada = await signUp(server);
    await send(photosByPerson().flat(), ada, files);
  });
  after(() => server?.stop());

  test('twelve photos of three people show three people with pictures', async () => {
    assert.equal((await immich.getServerFeatures(ada.withKey)).facialRecognition, true);
    const { people, total } = await immich.getAllPeople({}, ada.withKey);
    assert.equal(total, 3);
    for (const { id } of people) {
      assert.equal((await immich.getPersonStatistics({ id }, ada.withKey)).assets, PHOTOS_EACH);
      assert.ok((await immich.getPersonThumbnail({ id }, ada.withKey)).size > 0);
    }
    assert.deepEqual(await peopleOf(ada, files), photosByPerson().map((group) => group.sort().join(' ')).sort());
  });

  test('a name survives new looks, new gatherings and a restart', async () => {
    const [first] = (await immich.getAllPeople({}, ada.withKey)).people;
    await immich.updatePerson({ id: first!.id, personUpdateDto: { name: 'Bea' } }, ada.withKey);
    for (const name of [QueueName.FaceDetection, QueueName.FacialRecognition]) {
      await immich.runQueueCommandLegacy(
        { name, queueCommandDto: { command: QueueCommand.Start, force: true } },
        ada.withKey,
      );
      assert.equal(await jobsDone(ada.withKey), 0);
    }
    const [asset] = files.keys();
    await immich.runAssetJobs(
      { assetJobsDto: { assetIds: [asset!], name: AssetJobName.RefreshFaces } },
      ada.withKey,
    );
    await server.stop();
    await server.restart();
    assert.equal(await jobsDone(ada.withKey), 0);
    const { people } = await immich.getAllPeople({}, ada.withKey);
    assert.equal(people.length, 3);
    assert.deepEqual(people.find(({ name }) => name === 'Bea')?.id, first!.id);
    assert.equal((await immich.getFaces({ id: asset! }, ada.withKey)).length, 1);
  });

  test('another order gives the same people', async () => {
    const other = await Heirloom.start({ args: ['--model-dir', models] });
    try {
      const account = await signUp(other);
      const names = new Map<string, string>();
      const mixed = photosByPerson()[0]!.flatMap((_, place) => photosByPerson().map((person) => person[place]!));
      for (const photo of mixed.reverse()) {
        await send([photo], account, names);
      }
      assert.deepEqual(await peopleOf(account, names), await peopleOf(ada, files));
    } finally {
      await other.stop();
    }
  });
});
