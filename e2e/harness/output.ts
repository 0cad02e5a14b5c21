import assert from 'node:assert/strict';

/** What a person reads must not look like the inside of a program. */
export function assertNoStackTrace(output: string): void {
  assert.doesNotMatch(output, /^\s+at [\w.$/]+\(.*\)$|^Exception in thread|^Caused by: /m);
}
