import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { type Color, colorModels, colors, plain, twoColored } from '../harness/colors.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, upload } from '../harness/uploads.ts';

type Query = Parameters<typeof immich.searchSmart>[0]['smartSearchDto'];

suite('smart search', () => {
  let server: Heirloom;
  let ada: Account;
  const ids = new Map<string, string>();

  const send = async (name: string, content: Uint8Array<ArrayBuffer>) => {
    const answer = await upload(ada.withKey, { name: `${name}.png`, content });
    ids.set(name, ((await answer.json()) as { id: string }).id);
  };
  const search = async (query: Query) =>
    (await immich.searchSmart({ smartSearchDto: query }, ada.withKey)).assets;
  const names = async (query: Query) => {
    const { items } = await search(query);
    return items.map(({ id }) => [...ids].find(([, known]) => known === id)?.[0]);
  };
  const mostly = (color: Color) => twoColored(color, colors.black, 0.75);

  before(async () => {
    server = await Heirloom.start({ args: ['--model-dir', colorModels()] });
    ada = await signUp(server);
    for (const [name, color] of Object.entries(colors)) {
      await send(name, plain(color));
    }
    await send('mostly red', mostly(colors.red));
    await send('mostly blue', mostly(colors.blue));
    assert.equal(await jobsDone(ada.withKey), 0);
    await until('all are found', async () => (await names({ query: 'red' })).length === ids.size);
  });
  after(() => server?.stop());

  test('the server says that it can', async () => {
    const { smartSearch, facialRecognition, ocr } = await immich.getServerFeatures(ada.withKey);
    assert.deepEqual({ smartSearch, facialRecognition, ocr }, { smartSearch: true, facialRecognition: false, ocr: false });
    const answer = await fetch(`${server.api}/heirloom/abilities`, { headers: ada.withKey.headers });
    const abilities = (await answer.json()) as { name: string; ready: boolean; reason: string | null }[];
    assert.deepEqual(abilities.map(({ name, ready }) => [name, ready]), [['facialRecognition', false], ['smartSearch', true], ['ocr', false]]);
    assert.match(abilities[0]!.reason!, /has no model pack faces-yunet-mobilefacenet/);
    assert.match(server.output, /Text in pictures is not read: .* has no model pack for text/);
  });

  test('words find what they mean, the best first', async () => {
    for (const name of Object.keys(colors)) {
      assert.equal((await names({ query: `a ${name} wall` }))[0], name);
    }
    assert.deepEqual(await names({ query: 'red', size: 2 }), ['red', 'mostly red']);
    assert.equal(new Set(await names({ query: 'red' })).size, ids.size);
  });

  test('an asset finds those that look like it, itself first', async () => {
    assert.deepEqual(await names({ queryAssetId: ids.get('blue')!, size: 2 }), ['blue', 'mostly blue']);
    const stranger = '00000000-0000-4000-8000-000000000000';
    await refuses(search({ queryAssetId: stranger }), 400, /asset\.read/);
    const { errors } = await refuses(search({}), 400);
    assert.deepEqual(errors?.[0]?.path, ['query']);
  });

  test('filters are exact, in words and in likeness', async () => {
    const id = ids.get('green')!;
    await immich.updateAsset({ id, updateAssetDto: { isFavorite: true, rating: 4 } }, ada.withKey);
    assert.deepEqual(await names({ query: 'red', isFavorite: true }), ['green']);
    assert.deepEqual(await names({ queryAssetId: ids.get('red')!, rating: 4 }), ['green']);
    assert.deepEqual(await names({ query: 'red', filter: { rating: { eq: 4 } } }), ['green']);
    assert.deepEqual(await names({ query: 'blue', filter: { originalFileName: { startsWith: 'mostly' } } }), ['mostly blue', 'mostly red']);
    assert.deepEqual(await names({ query: 'red', isFavorite: true, filter: { originalFileName: { startsWith: 'mostly' } } }), []);
  });

  test('pages follow each other without gaps', async () => {
    const whole = await names({ query: 'cyan' });
    const paged: (string | undefined)[] = [];
    for (let page: number | undefined = 1; page; ) {
      const { items, nextPage } = await search({ query: 'cyan', size: 3, page });
      paged.push(...(await names({ query: 'cyan', size: 3, page })));
      assert.ok(items.length <= 3);
      page = nextPage ? Number(nextPage) : undefined;
    }
    assert.deepEqual(paged, whole);
  });

  test('who is named in the words comes first, and of them the best', async () => {
    const { id: personId } = await immich.createPerson({ personCreateDto: { name: 'Ruby Stone' } }, ada.withKey);
    for (const name of ['yellow', 'mostly blue']) {
      const box = { x: 10, y: 10, width: 50, height: 50, imageWidth: 320, imageHeight: 240 };
      const assetFaceCreateDto = { ...box, assetId: ids.get(name)!, personId };
      await immich.createFace({ assetFaceCreateDto }, ada.withKey);
    }
    assert.deepEqual((await names({ query: 'ruby stone' })).slice(0, 2).toSorted(), ['mostly blue', 'yellow']);
    assert.equal((await names({ query: 'ruby stone blue' }))[0], 'mostly blue');
    assert.equal((await names({ query: 'ruby stone yellow' }))[0], 'yellow');
    assert.deepEqual((await names({ query: 'red', personIds: [personId] })).toSorted(), ['mostly blue', 'yellow']);
    assert.equal((await names({ query: 'red' }))[0], 'red');
  });

  test('what is in the trash is not found', async () => {
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [ids.get('red')!] } }, ada.withKey);
    assert.equal((await names({ query: 'red' }))[0], 'mostly red');
    await immich.restoreAssets({ bulkIdsDto: { ids: [ids.get('red')!] } }, ada.withKey);
    assert.equal((await names({ query: 'red' }))[0], 'red');
  });
});
