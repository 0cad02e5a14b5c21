import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import * as sdk from '@immich/sdk';
import { operations } from './declarations.ts';
import { faultsOf } from './wire.ts';

/** What operations answer when all is well: 204 where the SDK expects nothing, else 200, but for these. */
const success: Record<string, number[]> = {
  createActivity: [201, 200],
  createClusterGroupRequest: [200, 201],
  deleteDatabaseBackup: [200],
  deleteIntegrityReport: [200],
  getSyncStream: [200],
  logoutOAuth: [200],
  redirectOAuthToMobile: [307],
  rotateApiKey: [201, 200],
  uploadAsset: [201, 200],
};
const created = `createAlbum createApiKey createFace createLibrary createMemory createNotification createPartner
  createPartnerDeprecated createPerson createProfileImage createSession createSharedLink createStack createTag
  createUserAdmin createWorkflow finishOAuth getDownloadInfo login maintenanceLogin setMaintenanceMode sharedLinkLogin
  signUpAdmin startDatabaseRestoreFlow startOAuth uploadDatabaseBackup`;
for (const name of created.split(/\s+/)) {
  success[name] = [201];
}

export const successOf = (operation: string): number[] =>
  success[operation] ?? [operations.get(operation)?.answer === 'Text' ? 204 : 200];

/** The last answer that a call got; each call has its own, so that calls may run side by side. */
const answers = new AsyncLocalStorage<{ status: number }>();
sdk.setFetch(async (input, options) => {
  const answer = await fetch(input, options);
  const seen = answers.getStore();
  if (seen) {
    seen.status = answer.status;
  }
  return answer;
});

/** The official SDK, with every answer held against its declared shape and its documented status. */
export const immich = new Proxy({ ...sdk }, {
  get(target, name: keyof typeof sdk) {
    const operation = target[name];
    if (!operations.has(name) || typeof operation !== 'function') {
      return operation;
    }
    return (...args: unknown[]) =>
      answers.run({ status: 0 }, async () => {
        const answer = await (operation as (...args: unknown[]) => Promise<unknown>)(...args);
        const { status } = answers.getStore()!;
        assert.ok(successOf(name).includes(status), `${name} answered ${status} instead of ${successOf(name).join(' or ')}`);
        if (status !== 204) {
          assert.deepEqual(faultsOf(name, answer), []);
        }
        return answer;
      });
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
