import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { deleteDuplicates, getAssetDuplicates, updateAssets } from '@immich/sdk';
import type { Browser, Page } from 'playwright-core';
import { type Account, type Caller, signUp } from '../harness/account.ts';
import { openBrowser, openPage, screenshot, withoutBrowser } from '../harness/browser.ts';
import { atExit } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/folders.ts';
import { Heirloom, heirloom, launcher } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('the page of heirloom dupes review', { skip: withoutBrowser }, () => {
  const file = join(temporaryFolder('review'), 'analysis.json');
  let server: Heirloom;
  let me: Caller;
  let review: ChildProcess;
  let output = '';
  let browser: Browser;
  let page: Page;
  let faults: string[];

  before(async () => {
    server = await Heirloom.start();
    const ada = await signUp(server);
    me = ada.withKey;
    const ids = await Promise.all(filesBelow(generatePhotos(5, { seed: 51 })).map((photo) => uploadFile(me, photo)));
    assert.equal(await jobsDone(me), 0);
    const found = await getAssetDuplicates(me);
    await deleteDuplicates({ bulkIdsDto: { ids: found.map(({ duplicateId }) => duplicateId) } }, me);
    await group(ids.slice(0, 3));
    await group(ids.slice(3, 5));
    const analyzed = await heirloom(['dupes', 'analyze', '-o', file], { env: environment(ada) });
    assert.equal(analyzed.code, 0, analyzed.output);
    review = spawn(launcher, ['dupes', 'review', file], { stdio: ['ignore', 'pipe', 'inherit'], env: environment(ada) });
    atExit(() => review.kill('SIGKILL'));
    review.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
    const address = await until('the page has an address', () => /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]+\//.exec(output)?.[0]);
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser));
    await page.goto(address);
  });
  after(async () => {
    await browser?.close();
    review?.kill('SIGKILL');
    await server?.stop();
  });

  test('shows the groups side by side, with the one to keep and why', async () => {
    await page.getByText('2 groups, 3 files to let go').waitFor();
    assert.equal(await groups().count(), 2);
    await three().getByText(/ is kept because /).waitFor();
    assert.equal(await three().getByRole('radio', { checked: true }).count(), 1);
    await page.waitForFunction(() => [...document.querySelectorAll('figure img')].every((img) => (img as HTMLImageElement).naturalWidth > 0));
    await screenshot(page, 'dupes review 1 groups');
  });

  test('enlarges a photo', async () => {
    await three().getByRole('button', { name: /^Preview of/ }).first().click();
    await page.waitForFunction(() => (document.querySelector('dialog[open] img') as HTMLImageElement | null)?.naturalWidth);
    await page.getByRole('button', { name: 'Close' }).click();
  });

  test('keeps another one, at once in the file', async () => {
    const before = winners();
    await three().getByRole('radio', { checked: false }).first().check();
    await three().getByText('it was chosen by hand').waitFor();
    assert.notDeepEqual(winners(), before);
  });

  test('tells the server what is no duplicate', async () => {
    await three().getByRole('button', { name: 'These are no duplicates' }).click();
    await page.getByText('1 groups, 1 files to let go').waitFor();
    assert.equal((await getAssetDuplicates(me)).length, 1);
    assert.equal(winners().length, 1);
  });

  test('fits a phone, and the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 780 });
    await screenshot(page, 'dupes review 2 phone');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  });

  test('ends the command', async () => {
    const ended = once(review, 'close');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('All decisions are saved').waitFor();
    await ended;
    assert.equal(review.exitCode, 0);
    assert.match(output, /2 decisions are in/);
  });

  test('had no error in the console', () => assert.deepEqual(faults, []));

  const groups = () => page.getByRole('article');
  const three = () => groups().filter({ hasText: '3 photos' });

  const winners = () =>
    (JSON.parse(readFileSync(file, 'utf8')) as { groups: { winner: { asset_id: string } }[] }).groups.map(({ winner }) => winner.asset_id);

  const environment = ({ apiKey }: Account) => ({
    ...process.env,
    IMMICH_URL: server.url,
    IMMICH_API_KEY: apiKey,
    HEIRLOOM_SERVER_FILE: join(temporaryFolder('settings'), 'server.conf'),
  });

  const group = (assets: string[]) => updateAssets({ assetBulkUpdateDto: { ids: assets, duplicateId: randomUUID() } }, me);
});
