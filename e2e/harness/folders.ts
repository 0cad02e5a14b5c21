import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { atExit } from './cleanup.ts';

/** The checkout that is tested. */
export const checkout = resolve(import.meta.dirname, '../..');

/** Real photos, kept outside the repository; suites that want them are skipped without. */
export const testdata = findTestdata();
export const withoutTestdata = testdata ? false : 'no test data: set HEIRLOOM_TESTDATA to its folder';

/** Where screenshots and server logs of failed tests land. */
export const target = join(checkout, 'e2e/target');

/** A new folder that is gone when the tests end. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `heirloom ${name} `));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function findTestdata(): string | undefined {
  const folder = process.env.HEIRLOOM_TESTDATA ?? join(checkout, '../shared/testdata');
  return existsSync(join(folder, 'library')) ? folder : undefined;
}
