import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './folders.ts';

/** What docs/immich-compatibility.md says of an operation. */
export interface Row {
  operation: string;
  request: string;
  state: string;
  how: string;
}

const page = join(checkout, 'docs/immich-compatibility.md');
const ROW = /^\| (\w+) \| ((?:GET|POST|PUT|PATCH|DELETE) \/\S*) \| ([^|]*) \| (?:([^|]*) )?\|$/gm;

export const readRows = (): Row[] =>
  [...readFileSync(page, 'utf8').matchAll(ROW)].map(([, operation, request, state, how = '']) => ({
    operation: operation!,
    request: request!,
    state: state!.trim(),
    how: how.trim(),
  }));

/** The rows whose state the server contradicts: it has what is called absent, or lacks what is not. */
export const disagreeing = (built: Set<string>): Row[] =>
  readRows().filter(({ operation, state }) => built.has(operation) === (state === 'absent'));

/** What is built becomes full, until somebody writes how it is not; what is not becomes absent. */
export function correct(built: Set<string>): void {
  const wrong = new Set(disagreeing(built).map(({ operation }) => operation));
  const corrected = readFileSync(page, 'utf8').replaceAll(ROW, (row, operation: string, request: string) =>
    wrong.has(operation) ? `| ${operation} | ${request} | ${built.has(operation) ? 'full' : 'absent'} | |` : row,
  );
  writeFileSync(page, corrected);
}
