import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { deleteAssets, login } from '@immich/sdk';
import type { Browser, Page } from 'playwright-core';
import { nobody } from '../harness/account.ts';
import { openBrowser, openPage, screenshot, withoutBrowser } from '../harness/browser.ts';
import { testdata, withoutTestdata } from '../harness/folders.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { uploadFile } from '../harness/uploads.ts';

for (const basePath of ['', '/photos']) {
  suite(`the page under ${basePath || '/'}`, { skip: withoutBrowser }, () => {
    const photos = filesBelow(generatePhotos(8, { seed: 8 }));
    let server: Heirloom;
    let browser: Browser;
    let page: Page;
    let faults: string[];

    before(async () => {
      server = await Heirloom.start({ basePath });
      browser = await openBrowser();
      ({ page, faults } = await openPage(browser));
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    test('lets the first user sign up', async () => {
      await page.goto(`${server.url}/`);
      await page.getByLabel('Name').fill('Ada');
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.getByLabel('Password', { exact: true }).fill('correct horse');
      await page.getByLabel('Password again').fill('correct horse');
      await picture('1 sign-up');
      await page.getByRole('button', { name: 'Create account' }).click();
      await header().getByRole('button', { name: 'Upload' }).waitFor();
      await picture('2 empty');
    });

    test('uploads chosen files, and shows duplicates as such', async () => {
      await header().getByLabel('Files to upload').setInputFiles(photos.slice(0, 6));
      await page.getByText('6 uploaded').waitFor();
      await thumbnailsAre(6);
      await picture('3 uploaded');
      await header().getByLabel('Files to upload').setInputFiles(photos.slice(0, 2));
      await page.getByText('2 already there').waitFor();
      await page.getByLabel('Uploads').getByRole('button', { name: 'Close' }).click();
    });

    test('uploads dropped files', async () => {
      const files = photos.slice(6).map((photo) => ({ name: basename(photo), content: readFileSync(photo).toString('base64') }));
      const dataTransfer = await page.evaluateHandle((files) => {
        const transfer = new DataTransfer();
        for (const { name, content } of files) {
          const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
        }
        return transfer;
      }, files);
      await page.locator('body').dispatchEvent('dragenter', { dataTransfer });
      await page.getByText('Drop to upload').waitFor();
      await page.locator('body').dispatchEvent('drop', { dataTransfer });
      await page.getByText('2 uploaded').waitFor();
      await thumbnailsAre(8);
      await page.getByLabel('Uploads').getByRole('button', { name: 'Close' }).click();
    });

    test('opens a photo, and walks on by keyboard', async () => {
      await cells().first().click();
      const viewer = page.getByRole('dialog', { name: 'Viewer' });
      await viewer.getByRole('img', { name: 'Photo' }).waitFor();
      const first = page.url();
      await picture('4 viewer');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.href !== first);
      await page.keyboard.press('i');
      await page.getByLabel('Information').getByText('Noise 1').waitFor();
      await picture('5 information');
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(first);
      await page.keyboard.press('Escape');
      await viewer.waitFor({ state: 'detached' });
    });

    test('stays where it is when loaded anew', async () => {
      await cells().nth(2).click();
      await page.getByRole('img', { name: 'Photo' }).waitFor();
      await page.reload();
      await page.getByRole('img', { name: 'Photo' }).waitFor();
      await page.keyboard.press('Escape');
    });

    test('puts photos into the trash and back', async () => {
      await home();
      await cells().first().hover();
      await cells().first().locator('..').getByRole('button', { name: 'Select' }).click();
      await page.getByRole('toolbar', { name: 'Selected items' }).getByRole('button', { name: 'Move to trash' }).click();
      await thumbnailsAre(7);
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await thumbnailsAre(8);
      await cells().first().click();
      const opened = page.url();
      await page.getByRole('dialog', { name: 'Viewer' }).getByRole('button', { name: 'Move to trash' }).click();
      await page.waitForURL((url) => url.href !== opened);
      await page.keyboard.press('Escape');
      await thumbnailsAre(7);
      await page.getByRole('link', { name: 'Trash' }).click();
      await thumbnailsAre(1);
      await picture('6 trash');
      await cells().first().click();
      await page.getByRole('button', { name: 'Restore', exact: true }).click();
      await page.getByRole('link', { name: 'Photos' }).click();
      await thumbnailsAre(8);
    });

    test('follows what happens elsewhere', async () => {
      await home();
      const anonymous = nobody(server);
      const loginCredentialDto = { email: 'ada@example.com', password: 'correct horse' };
      const { accessToken } = await login({ loginCredentialDto }, anonymous);
      const elsewhere = { ...anonymous, headers: { authorization: `Bearer ${accessToken}` } };
      const added = await uploadFile(elsewhere, filesBelow(generatePhotos(1, { seed: 99 }))[0]!);
      await thumbnailsAre(9);
      await deleteAssets({ assetBulkDeleteDto: { ids: [added] } }, elsewhere);
      await thumbnailsAre(8);
    });

    test('plays a video', { skip: withoutTestdata }, async () => {
      await home();
      await header().getByLabel('Files to upload').setInputFiles(join(testdata!, 'library/mei/with-gps.mp4'));
      await page.getByText('1 uploaded').waitFor();
      await thumbnailsAre(9);
      await page.getByRole('link', { name: /^Video,/ }).click();
      const video = page.locator('video');
      await video.evaluate(async (video: HTMLVideoElement) => {
        video.muted = true;
        await video.play();
        while (!(video.currentTime > 0)) {
          await new Promise((resolve) => video.addEventListener('timeupdate', resolve, { once: true }));
        }
      });
      await picture('7 video');
      await page.keyboard.press('Escape');
    });

    test('is dark when asked', async () => {
      await home();
      const brightness = () =>
        page.evaluate(() => Math.max(...getComputedStyle(document.body).backgroundColor.match(/\d+(\.\d+)?/g)!.slice(0, 3).map(Number)));
      const light = await brightness();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByText('Dark', { exact: true }).click();
      await page.getByRole('link', { name: 'Photos' }).click();
      assert.ok((await brightness()) < light);
      await thumbnailsAre(withoutTestdata ? 8 : 9);
      await picture('8 dark');
    });

    test('fits a phone', async () => {
      await page.setViewportSize({ width: 390, height: 780 });
      await cells().first().waitFor();
      await picture('9 phone');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      await page.setViewportSize({ width: 1200, height: 800 });
    });

    test('lets the user out and in again', async () => {
      await home();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Log out' }).click();
      await page.getByLabel('E-mail').fill('ada@example.com');
      await page.getByLabel('Password').fill('correct horse');
      await page.getByRole('button', { name: 'Log in' }).click();
      await header().getByRole('button', { name: 'Upload' }).waitFor();
    });

    test('had no error in its console', () => assert.deepEqual(faults, []));

    async function home(): Promise<void> {
      await page.goto(`${server.url}/`);
      await cells().first().waitFor();
    }

    const header = () => page.getByRole('banner');
    const cells = () => page.getByRole('link', { name: /^(Photo|Video),/ });

    async function thumbnailsAre(count: number): Promise<void> {
      await page.waitForFunction((count) => document.querySelectorAll('.cell img.is-there').length === count, count, { timeout: 60_000 });
    }

    const picture = (name: string) => screenshot(page, `page${basePath.replace('/', ' ')} ${name}`);
  });
}
