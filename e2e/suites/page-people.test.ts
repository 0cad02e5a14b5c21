import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Account, signUp } from '../harness/account.ts';
import { openBrowser, openPage, screenshot, withoutBrowser } from '../harness/browser.ts';
import { colorModels, colors, plain, twoColored } from '../harness/colors.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich } from '../harness/sdk.ts';
import { until } from '../harness/until.ts';
import { jobsDone, upload, uploadFile } from '../harness/uploads.ts';

suite('people and search on the page', { skip: withoutBrowser }, () => {
  let server: Heirloom;
  let ada: Account;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let photos: string[];
  const ids = new Map<string, string>();

  before(async () => {
    server = await Heirloom.start({ args: ['--model-dir', colorModels()] });
    ada = await signUp(server);
    const pictures = { ...mapValues(colors, plain), 'mostly blue': twoColored(colors.blue, colors.black, 0.75) };
    for (const [name, content] of Object.entries(pictures)) {
      const answer = await upload(ada.withKey, { name: `${name}.png`, content });
      ids.set(name, ((await answer.json()) as { id: string }).id);
    }
    photos = await Promise.all(filesBelow(generatePhotos(3)).map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
    await until('all are found', async () => (await found('red')) === ids.size + photos.length);
    for (const [name, assets] of [['Ann', photos.slice(0, 2)], ['Ben', [photos[2]!]], ['', [photos[1]!]]] as const) {
      await addPerson(name, assets);
    }
    await until('every person has a picture', async () => {
      const { people } = await immich.getAllPeople({}, ada.withKey);
      return people.every(({ thumbnailPath }) => thumbnailPath) || undefined;
    });
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    await page.goto(`${server.url}/`);
    await page.getByLabel('E-mail').fill(ada.email);
    await page.getByLabel('Password').fill(ada.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Upload' }).waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('finds photos by words', async () => {
    await page.getByRole('searchbox', { name: 'Search photos' }).fill('a blue wall');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Photos of “a blue wall”' }).waitFor();
    await firstIs('blue');
    await screenshot(page, 'search 1 words');
    await page.reload();
    await firstIs('blue');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'a blue wall');
  });

  test('walks through what was found, and finds more like it', async () => {
    await cells().first().click();
    const viewer = page.getByRole('dialog', { name: 'Viewer' });
    await viewer.getByRole('img', { name: 'Photo' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.pathname.endsWith(ids.get('mostly blue')!));
    await viewer.getByRole('button', { name: 'More like this' }).click();
    await page.getByRole('heading', { name: 'More like this', level: 2 }).waitFor();
    await firstIs('mostly blue');
    assert.ok((await cells().nth(1).getAttribute('href'))!.endsWith(ids.get('blue')!));
    await screenshot(page, 'search 2 alike');
    await page.goBack();
    await viewer.waitFor();
    await page.keyboard.press('Escape');
  });

  test('shows people, and names one', async () => {
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    assert.deepEqual(await peopleAre(2), ['Ann', 'Ben']); // an unnamed one needs three faces
    await screenshot(page, 'people 1 list');
    await page.getByRole('link', { name: 'Ben' }).click();
    await page.getByText('1 photo', { exact: true }).waitFor();
    await cells().first().waitFor();
    await screenshot(page, 'people 2 person');
    await page.getByRole('textbox', { name: 'Name' }).fill('Benjamin');
    await page.keyboard.press('Enter');
    await page.getByText('This is Benjamin').waitFor();
    await page.getByRole('link', { name: 'People' }).click();
    assert.deepEqual(await peopleAre(2), ['Ann', 'Benjamin']);
  });

  test('hides somebody, and shows them again', async () => {
    await page.getByRole('link', { name: 'Ann' }).click();
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByText('Ann is hidden').waitFor();
    await page.getByRole('link', { name: 'People' }).click();
    assert.deepEqual(await peopleAre(1), ['Benjamin']);
    await page.getByRole('button', { name: 'Show 1 hidden person' }).click();
    await peopleAre(2);
    await screenshot(page, 'people 3 hidden');
    await page.getByRole('button', { name: 'Show Ann' }).click();
    await page.getByText('Ann is shown again').waitFor();
  });

  test('makes one person of two, and takes it back', async () => {
    await page.getByRole('link', { name: 'Benjamin' }).click();
    await page.getByRole('button', { name: 'Same as…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who is the same as Benjamin?' });
    await dialog.getByLabel('Name').fill('an');
    await screenshot(page, 'people 4 merge');
    await dialog.getByRole('button', { name: 'Ann' }).click();
    await page.getByText('3 photos', { exact: true }).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 photo', { exact: true }).waitFor();
    assert.deepEqual((await immich.getAllPeople({}, ada.withKey)).people.map(({ name }) => name).sort(), ['Ann', 'Benjamin']);
  });

  test('asks who may be one, and is told that they are two', async () => {
    const { people } = await immich.getAllPeople({}, ada.withKey);
    let questions = [{ people: people.slice(0, 2), similarity: 0.62 }];
    await page.route('**/api/server/features', async (route) => {
      const features = await (await route.fetch()).json();
      await route.fulfill({ json: { ...features, facialRecognition: true } });
    });
    await page.route('**/people/suggestions', (route) => route.fulfill({ json: questions }));
    await page.goto(`${server.url}/people`);
    await page.getByRole('heading', { name: 'Same person?' }).waitFor();
    await page.getByText('Their faces are 62 % alike.').waitFor();
    await page.getByText('2 photos', { exact: true }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `people 5 review ${colorScheme}`);
    }
    questions = [];
    await page.getByRole('button', { name: 'No, two' }).click();
    await page.getByText('They stay two people').waitFor();
    await page.getByRole('heading', { name: 'Same person?' }).waitFor({ state: 'detached' });
    await peopleAre(2);
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    for (const [place, name] of [['people', 'people'], ['search?q=blue', 'search'], [`person/${await idOf('Ann')}`, 'person']]) {
      await page.goto(`${server.url}/${place}`);
      await page.locator(name === 'people' ? '.person img' : '.cell img.is-there').first().waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
      await screenshot(page, `phone ${name}`);
    }
  });

  test('had no error in its console', () => assert.deepEqual(faults, []));

  const cells = () => page.getByRole('link', { name: /^(Photo|Video),/ });

  async function firstIs(name: string): Promise<void> {
    await page.locator('.cell img.is-there').first().waitFor();
    await page.waitForFunction(
      (id) => document.querySelector('.cell')?.getAttribute('data-id') === id,
      ids.get(name)!,
    );
  }

  async function peopleAre(count: number): Promise<string[]> {
    await page.waitForFunction((count) => document.querySelectorAll('.person').length === count, count);
    return (await page.locator('.person > a').allInnerTexts()).map((text) => text.trim());
  }

  async function found(query: string): Promise<number> {
    return (await immich.searchSmart({ smartSearchDto: { query } }, ada.withKey)).assets.items.length;
  }

  async function idOf(name: string): Promise<string> {
    return (await immich.searchPerson({ name }, ada.withKey))[0]!.id;
  }

  async function addPerson(name: string, assets: readonly string[]): Promise<void> {
    const { id: personId } = await immich.createPerson({ personCreateDto: { name } }, ada.withKey);
    for (const assetId of assets) {
      const box = { x: 10, y: 20, width: 100, height: 120, imageWidth: 400, imageHeight: 300 };
      await immich.createFace({ assetFaceCreateDto: { ...box, assetId, personId } }, ada.withKey);
    }
  }
});

function mapValues<K extends string, V, W>(object: Readonly<Record<K, V>>, map: (value: V) => W): Record<K, W> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value as V)])) as Record<K, W>;
}
