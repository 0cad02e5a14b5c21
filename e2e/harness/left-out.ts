import type { TestContext } from 'node:test';
import type { Caller } from './account.ts';
import { isBuilt } from './built.ts';

/**
 * Whether the server lacks one of the operations that a step needs; the step is then left out, and says so loudly.
 * Scaffolding: it goes when the last of them is built.
 */
export async function lacks(step: TestContext, caller: Caller, ...operations: string[]): Promise<boolean> {
  for (const name of operations) {
    if (!(await isBuilt(caller, name))) {
      return leaveOut(step, `${name} is not built`);
    }
  }
  return false;
}

/** The same for the websocket, which is no operation. */
export async function lacksSocket(step: TestContext, caller: Caller): Promise<boolean> {
  const { status } = await fetch(`${caller.baseUrl}/socket.io/?EIO=4&transport=websocket`, caller);
  return status === 404 && leaveOut(step, 'the websocket is not built');
}

function leaveOut(step: TestContext, why: string): true {
  console.log(`LEFT OUT, since ${why}: ${step.fullName}`);
  step.skip(why);
  return true;
}
