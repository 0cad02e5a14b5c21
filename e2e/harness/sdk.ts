import assert from 'node:assert/strict';
import * as sdk from '@immich/sdk';
import { faultsOf } from './wire.ts';

/** What an operation answers when all is well; the others answer 200. */
const success: Partial<Record<keyof typeof sdk, number>> = {
  createApiKey: 201,
  createLibrary: 201,
  deleteApiKey: 204,
  deleteAssets: 204,
  deleteLibrary: 204,
  deleteSyncAck: 204,
  login: 201,
  scanLibrary: 204,
  sendSyncAck: 204,
  signUpAdmin: 201,
  updateAdminOnboarding: 204,
  updateAssets: 204,
  uploadAsset: 201,
};

let status = 0;
sdk.setFetch(async (input, options) => {
  const answer = await fetch(input, options);
  status = answer.status;
  return answer;
});

/** The official SDK, with every answer held against its declared shape and its documented status. */
export const immich = new Proxy({ ...sdk }, {
  get(target, name: keyof typeof sdk) {
    const operation = target[name];
    if (typeof operation !== 'function') {
      return operation;
    }
    return async (...args: unknown[]) => {
      const answer = await (operation as (...args: unknown[]) => Promise<unknown>)(...args);
      assert.equal(status, success[name] ?? 200, `status of ${name}`);
      assert.deepEqual(faultsOf(name, answer), []);
      return answer;
    };
  },
});

/** The call must be refused with this status and with a message in the API's error shape. */
export async function refuses(call: Promise<unknown>, status: number, message: RegExp = /./): Promise<Refusal> {
  const error = await call.then(
    () => assert.fail(`expected ${status}, but it was taken`),
    (error: unknown) => error,
  );
  assert.ok(sdk.isHttpError(error), String(error));
  const body = await bodyOf(error.data);
  assert.equal(error.status, status, JSON.stringify(body));
  assert.equal(typeof body.message, 'string', JSON.stringify(body));
  assert.match(body.message, message);
  return body;
}

/** The SDK hands over as text what it expected to be empty, and as a blob what it expected to be a file. */
async function bodyOf(data: unknown): Promise<Refusal> {
  if (data instanceof Blob) {
    return JSON.parse(await data.text()) as Refusal;
  }
  return (typeof data === 'string' ? JSON.parse(data) : data) as Refusal;
}

export interface Refusal {
  message: string;
  errors?: { code: string; path: (string | number)[]; message: string }[];
}
