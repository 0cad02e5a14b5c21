import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { AssetJobName, Permission } from '@immich/sdk';
import { type Account, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('people and faces', () => {
  let server: Heirloom;
  let ada: Account;
  let assets: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    const photos = filesBelow(generatePhotos(3));
    assets = await Promise.all(photos.map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
  });
  after(() => server?.stop());

  const person = async (name: string): Promise<string> =>
    (await immich.createPerson({ personCreateDto: { name } }, ada.withKey)).id;
  const box = { x: 10, y: 20, width: 100, height: 120, imageWidth: 400, imageHeight: 300 };
  const draw = async (personId: string, assetId: string): Promise<string> => {
    const before = await immich.getFaces({ id: assetId }, ada.withKey);
    await immich.createFace({ assetFaceCreateDto: { ...box, assetId, personId } }, ada.withKey);
    const faces = await immich.getFaces({ id: assetId }, ada.withKey);
    return faces.find(({ id }) => before.every((known) => known.id !== id))!.id;
  };

  test('a person is made, changed, found and deleted', async () => {
    const id = await person('René');
    const changed = await immich.updatePerson(
      { id, personUpdateDto: { birthDate: '1950-02-03', isFavorite: true, color: '#aabbcc' } },
      ada.withKey,
    );
    assert.deepEqual([changed.name, changed.birthDate, changed.isFavorite], ['René', '1950-02-03', true]);
    assert.equal((await immich.getPerson({ id }, ada.withKey)).color, '#aabbcc');
    assert.deepEqual((await immich.searchPerson({ name: 'rene' }, ada.withKey)).map((found) => found.id), [id]);
    const [outcome, refused] = await immich.updatePeople(
      { peopleUpdateDto: { people: [{ id, birthDate: null, isHidden: true }, { id: randomUUID(), name: 'x' }] } },
      ada.withKey,
    );
    assert.deepEqual([outcome?.success, refused?.success], [true, false]);
    const { people, hidden } = await immich.getAllPeople({ withHidden: true, size: 1000 }, ada.withKey);
    assert.equal(hidden, 1);
    assert.equal(people.find((found) => found.id === id)?.birthDate, null);
    assert.deepEqual(await immich.searchPerson({ name: 'RENE' }, ada.withKey), []);
    await immich.deletePerson({ id }, ada.withKey);
    await refuses(immich.getPerson({ id }, ada.withKey), 400, /person\.read/);
  });

  test('a birth date is said, changed and taken back', async () => {
    const id = await person('Clara');
    const say = (birthDate: string | null) =>
      immich.updatePerson({ id, personUpdateDto: { birthDate } }, ada.withKey);
    assert.equal((await say('2015-03-01')).birthDate, '2015-03-01');
    assert.equal((await say('2016-02-29')).birthDate, '2016-02-29');
    assert.equal((await immich.getPerson({ id }, ada.withKey)).birthDate, '2016-02-29');
    await refuses(say('2015-02-29'), 400);
    await refuses(say('9999-01-01'), 400);
    assert.equal((await immich.getPerson({ id }, ada.withKey)).birthDate, '2016-02-29', 'a refusal changes nothing');
    const { birthDate } = await immich.updatePerson({ id, personUpdateDto: { isHidden: true } }, ada.withKey);
    assert.equal(birthDate, '2016-02-29', 'what is not said stays');
    assert.equal((await say(null)).birthDate, null);
    const born = { personCreateDto: { name: 'Emil', birthDate: '1999-12-31' } };
    const emil = await immich.createPerson(born, ada.withKey);
    assert.equal(emil.birthDate, '1999-12-31');
    await immich.deletePeople({ bulkIdsDto: { ids: [id, emil.id] } }, ada.withKey);
  });

  test('pages of people', async () => {
    const ids = [await person('Page 1'), await person('Page 2')];
    const first = await immich.getAllPeople({ size: 1, page: 1 }, ada.withKey);
    assert.deepEqual([first.people.length, first.hasNextPage], [1, true]);
    const last = await immich.getAllPeople({ size: 1, page: first.total }, ada.withKey);
    assert.equal(last.hasNextPage, false);
    await refuses(immich.getAllPeople({ size: 1001 }, ada.withKey), 400);
    await immich.deletePeople({ bulkIdsDto: { ids } }, ada.withKey);
  });

  test('a face is drawn, told, given to another and taken away', async () => {
    const [anna, bert] = [await person('Anna'), await person('Bert')];
    const [asset] = assets as [string];
    const id = await draw(anna, asset);
    const face = (await immich.getFaces({ id: asset }, ada.withKey)).find((found) => found.id === id);
    assert.deepEqual([face?.person?.name, face?.boundingBoxX2, face?.sourceType], ['Anna', 110, 'manual']);
    assert.deepEqual((await immich.getAssetInfo({ id: asset }, ada.withKey)).people?.map(({ name }) => name), ['Anna']);
    const found = async (withPeople: boolean) => {
      const { assets: page } = await immich.searchAssets({ metadataSearchDto: { id: asset, withPeople } }, ada.withKey);
      return page.items.map(({ people }) => people?.map(({ name }) => name));
    };
    assert.deepEqual([await found(true), await found(false)], [[['Anna']], [[]]]);
    assert.equal((await immich.getPersonStatistics({ id: anna }, ada.withKey)).assets, 1);
    const thumbnail = await until('the thumbnail is there', () =>
      immich.getPersonThumbnail({ id: anna }, ada.withKey).catch(() => undefined),
    );
    assert.equal(thumbnail.type, 'image/jpeg');
    assert.equal((await immich.reassignFacesById({ id: bert, faceDto: { id } }, ada.withKey)).name, 'Bert');
    const back = { id: anna, assetFaceUpdateDto: { data: [{ assetId: asset, personId: bert }] } };
    assert.deepEqual((await immich.reassignFaces(back, ada.withKey)).map(({ name }) => name), ['Anna']);
    await immich.updatePerson({ id: anna, personUpdateDto: { featureFaceAssetId: asset } }, ada.withKey);
    await refuses(
      immich.updatePerson({ id: anna, personUpdateDto: { featureFaceAssetId: assets[1]! } }, ada.withKey),
      400,
      /not seen/,
    );
    await immich.deleteFace({ id, assetFaceDeleteDto: { force: true } }, ada.withKey);
    assert.deepEqual(await immich.getFaces({ id: asset }, ada.withKey), []);
    await immich.deletePeople({ bulkIdsDto: { ids: [anna, bert] } }, ada.withKey);
  });

  test('a named face is written beside the photo, and goes with the name', async () => {
    const id = await person('Wilhelmina');
    await draw(id, assets[1]!);
    const sidecars = () => {
      // What is still being written moves away between the look and the reading.
      const files = filesBelow(join(server.data, 'originals'))
        .filter((file) => file.endsWith('.xmp') && !file.includes('.staging'));
      return files.map((file) => readFileSync(file, 'utf8')).filter((text) => text.includes('Wilhelmina'));
    };
    const [written] = await until('the sidecar names her', async () => (sidecars().length ? sidecars() : undefined));
    assert.match(written!, /mwg-rs:Name="Wilhelmina"/);
    assert.match(written!, /stArea:x="0\.150000000"/);
    const refresh = { assetIds: [assets[1]!], name: AssetJobName.RefreshMetadata };
    await immich.runAssetJobs({ assetJobsDto: refresh }, ada.withKey);
    assert.equal(await jobsDone(ada.withKey), 0);
    const faces = await immich.getFaces({ id: assets[1]! }, ada.withKey);
    assert.deepEqual(faces.map(({ person }) => person?.name), ['Wilhelmina']);
    await immich.deleteFace({ id: faces[0]!.id, assetFaceDeleteDto: { force: true } }, ada.withKey);
    await until('a face that is gone is named no more', async () => sidecars().length === 0 || undefined);
    await draw(id, assets[1]!);
    await until('the sidecar names her again', async () => sidecars().length > 0 || undefined);
    await immich.deletePerson({ id }, ada.withKey);
    await until('her name is gone', async () => sidecars().length === 0 || undefined);
  });

  test('a box must lie within its image', async () => {
    const personId = await person('Carla');
    const attempt = async (wrong: Partial<typeof box>, field: string) => {
      const assetFaceCreateDto = { ...box, ...wrong, assetId: assets[0]!, personId };
      const { errors } = await refuses(immich.createFace({ assetFaceCreateDto }, ada.withKey), 400);
      assert.deepEqual(errors?.[0]?.path, [field]);
    };
    await attempt({ x: -1 }, 'x');
    await attempt({ x: 400 }, 'x');
    await attempt({ x: 350 }, 'width');
    await attempt({ height: 0 }, 'height');
    await attempt({ imageWidth: 0 }, 'imageWidth');
  });

  test('people are merged, but nobody into itself', async () => {
    const [nameless, anna] = [await person(''), await person('Anna')];
    await immich.updatePerson({ id: anna, personUpdateDto: { birthDate: '1999-12-31' } }, ada.withKey);
    await draw(anna, assets[2]!);
    await refuses(immich.mergePeople({ mergePersonDto: { ids: [anna, anna] } }, ada.withKey), 400, /itself/);
    await refuses(immich.mergePersonLegacy({ id: anna, mergePersonDto: { ids: [anna] } }, ada.withKey), 400, /itself/);
    const outcomes = await immich.mergePeople({ mergePersonDto: { ids: [nameless, anna, anna] } }, ada.withKey);
    assert.deepEqual(outcomes.map(({ success }) => success), [true, false]);
    const merged = await immich.getPerson({ id: nameless }, ada.withKey);
    assert.deepEqual([merged.name, merged.birthDate], ['Anna', '1999-12-31']);
    const other = await person('Anna too');
    const legacy = { id: nameless, mergePersonDto: { ids: [other] } };
    assert.deepEqual((await immich.mergePersonLegacy(legacy, ada.withKey)).map(({ success }) => success), [true]);
    assert.equal((await immich.getPersonStatistics({ id: nameless }, ada.withKey)).assets, 1);
  });

  test('who may not, is refused', async () => {
    const anonymous = nobody(server);
    await refuses(immich.getAllPeople({}, anonymous), 401);
    await refuses(immich.getFaces({ id: assets[0]! }, anonymous), 401);
    const { secret } = await immich.createApiKey(
      { apiKeyCreateDto: { name: 'little', permissions: [Permission.AssetRead] } },
      ada.withSession,
    );
    await refuses(immich.createPerson({ personCreateDto: {} }, withKey(server, secret)), 403, /person\.create/);
    await refuses(immich.getPerson({ id: randomUUID() }, ada.withKey), 400);
    await refuses(immich.getFaces({ id: randomUUID() }, ada.withKey), 400);
    await refuses(immich.deleteFace({ id: randomUUID(), assetFaceDeleteDto: { force: true } }, ada.withKey), 400);
    await refuses(immich.createPerson({ personCreateDto: { birthDate: 'long ago' } }, ada.withKey), 400);
    await refuses(immich.getPersonThumbnail({ id: await person('Faceless') }, ada.withKey), 404);
  });
});
