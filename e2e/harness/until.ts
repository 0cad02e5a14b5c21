import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is truthy, and fails with what was waited for. */
export async function until<T>(what: string, ask: () => T | Promise<T>, seconds = 60): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1000;
  for (let wait = 10; ; wait = Math.min(wait * 1.5, 500)) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${seconds} s in vain: ${what}`);
    }
    await pause(wait);
  }
}
