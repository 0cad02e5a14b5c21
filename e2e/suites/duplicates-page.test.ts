import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { createAlbum, deleteDuplicates, getAssetDuplicates, getAssetInfo, updateAsset, updateAssets } from '@immich/sdk';
import type { Browser, Page } from 'playwright-core';
import { type Account, type Caller, signUp } from '../harness/account.ts';
import { openBrowser, openPage, screenshot, withoutBrowser } from '../harness/browser.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('duplicates on the page', { skip: withoutBrowser }, () => {
  let server: Heirloom;
  let ada: Account;
  let me: Caller;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    me = ada.withKey;
    ids = await Promise.all(filesBelow(generatePhotos(5, { seed: 5 })).map((photo) => uploadFile(me, photo)));
    assert.equal(await jobsDone(me), 0);
    const found = await getAssetDuplicates(me);
    await deleteDuplicates({ bulkIdsDto: { ids: found.map(({ duplicateId }) => duplicateId) } }, me);
    await group(ids.slice(0, 3));
    await group(ids.slice(3, 5));
    for (const id of ids.slice(0, 3)) {
      const said = { description: `Written on ${id.slice(0, 4)}`, latitude: 48.2, longitude: 16.4, dateTimeOriginal: '2024-03-31T08:03:30+02:00' };
      await updateAsset({ id, updateAssetDto: said }, me);
    }
    await createAlbum({ createAlbumDto: { albumName: 'Holiday', assetIds: ids.slice(0, 3) } }, me);
    await updateAsset({ id: ids[3]!, updateAssetDto: { latitude: 1, longitude: 1 } }, me);
    await updateAsset({ id: ids[4]!, updateAssetDto: { latitude: 2, longitude: 2 } }, me);
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    await page.goto(`${server.url}/`);
    await page.getByLabel('E-mail').fill(ada.email);
    await page.getByLabel('Password').fill(ada.password);
    await page.getByRole('button', { name: 'Log in' }).click();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('are shown side by side, with the one to keep and why', async () => {
    await page.getByRole('link', { name: 'Duplicates' }).click();
    await page.getByText('2 groups').waitFor();
    assert.equal(await groups().count(), 2);
    await three().getByText(/^Suggested because /).waitFor();
    await three().getByText(/gets$/).waitFor();
    assert.equal(await three().getByRole('button', { name: /^Keep .*jpg$/, pressed: true }).count(), 1);
    await page.getByText(/Perhaps no duplicates: different places/).waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('.candidate img')].every((img) => (img as HTMLImageElement).naturalWidth > 0));
    await picture('1 groups');
    assert.deepEqual(faults, []);
  });

  test('show what another keeper would get', async () => {
    const first = await heading();
    await three().getByRole('button', { name: /^Keep .*jpg$/, pressed: false }).first().click();
    await three().getByText('Keep 2, trash 1').waitFor();
    await three().getByRole('button', { name: /^Keep .*jpg$/, pressed: true }).first().click();
    await three().getByText('Keep 1, trash 2').waitFor();
    await until('another one gets it', async () => (await heading()) !== first);
    await three().getByText(/Written on/).first().waitFor();
    await three().getByRole('button', { name: 'Not duplicates' }).scrollIntoViewIfNeeded();
    await picture('2 gains');
  });

  test('are resolved, and undone from the list', async () => {
    await three().getByRole('button', { name: 'Keep 1, trash 2' }).click();
    await page.getByText('2 duplicates moved to the trash').waitFor();
    await page.getByText('1 group', { exact: true }).waitFor();
    assert.equal(await trashed(), 2);
    await page.getByRole('tab', { name: 'Decided' }).click();
    await page.getByText('Kept 1, 2 duplicates in the trash').waitFor();
    await picture('3 decided');
    await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('main').getByText('Undone').waitFor();
    assert.equal(await trashed(), 0);
    await page.getByRole('tab', { name: 'To judge' }).click();
    await page.getByText('2 groups').waitFor();
  });

  test('are undone from where it was told', async () => {
    await three().getByRole('button', { name: 'Keep 1, trash 2' }).click();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 groups').waitFor();
    assert.equal(await trashed(), 0);
  });

  test('that are none do not come back', async () => {
    await groups().filter({ hasText: 'Perhaps no duplicates' }).getByRole('button', { name: 'Not duplicates' }).click();
    await page.getByText('Kept: they are no duplicates').waitFor();
    await page.getByText('1 group', { exact: true }).waitFor();
    assert.equal(await trashed(), 0);
    await page.reload();
    await page.getByText('1 group', { exact: true }).waitFor();
  });

  test('fit a phone, and the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('4 dark');
    await page.setViewportSize({ width: 390, height: 780 });
    await page.waitForFunction(() => [...document.querySelectorAll('.candidate img')].some((img) => (img as HTMLImageElement).naturalWidth > 0));
    await picture('5 phone');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('are accepted all at once', async () => {
    await page.getByRole('button', { name: 'Accept 1 shown' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve 1 group' }).click();
    await page.getByRole('heading', { name: 'No duplicates' }).waitFor();
    await picture('6 none');
    assert.equal(await trashed(), 2);
  });

  test('had no error in the console', () => assert.deepEqual(faults, []));

  const groups = () => page.getByRole('region', { name: /^Group of/ });
  const three = () => page.getByRole('region', { name: 'Group of 3 photos' });
  const heading = () => three().getByRole('heading', { name: /gets$/ }).textContent();
  const picture = (name: string) => screenshot(page, `duplicates ${name}`);

  const trashed = async () =>
    (await Promise.all(ids.map((id) => getAssetInfo({ id }, me)))).filter(({ isTrashed }) => isTrashed).length;

  const group = (assets: string[]) => updateAssets({ assetBulkUpdateDto: { ids: assets, duplicateId: randomUUID() } }, me);
});
