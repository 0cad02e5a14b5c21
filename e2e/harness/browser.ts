import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { target } from './folders.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM]
  .find((path) => path && existsSync(path));

export const withoutBrowser = executablePath ? false : 'no Chromium here: install it, or set CHROMIUM to its program';

export async function openBrowser(): Promise<Browser> {
  const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking', 'disable-component-update', 'disable-sync'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet.map((flag) => `--${flag}`)] });
}

/** A page that remembers everything that went wrong in it. */
export async function openPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, colorScheme: 'light' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  await page.screenshot({ path: join(target, `${name}.png`) });
}
