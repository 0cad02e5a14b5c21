import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getQueuesLegacy } from '@immich/sdk';
import type { Caller } from './account.ts';
import type { Heirloom } from './heirloom.ts';
import { until } from './until.ts';

export interface Upload {
  name: string;
  content: Blob | Uint8Array<ArrayBuffer> | string;
  fields?: Record<string, string>;
  sidecar?: Blob;
  checksum?: string;
}

/** Sends one upload as it stands, so that a test can send what no client would. */
export async function upload(caller: Caller, { name, content, fields, sidecar, checksum }: Upload): Promise<Response> {
  const form = new FormData();
  form.set('assetData', content instanceof Blob ? content : new Blob([content]), name);
  if (sidecar) {
    form.set('sidecarData', sidecar, `${name}.xmp`);
  }
  const now = '2024-05-01T10:00:00.000Z';
  for (const [field, value] of Object.entries({ fileCreatedAt: now, fileModifiedAt: now, ...fields })) {
    form.set(field, value);
  }
  const headers = { ...caller.headers, ...(checksum ? { 'x-immich-checksum': checksum } : {}) };
  return fetch(`${caller.baseUrl}/assets`, { method: 'POST', headers, body: form });
}

/** Uploads a file that must be taken, and gives its asset id. */
export async function uploadFile(caller: Caller, file: string, fields?: Record<string, string>): Promise<string> {
  const answer = await upload(caller, { name: basename(file), content: await openAsBlob(file), fields });
  const body = (await answer.json()) as { id: string };
  if (answer.status !== 201) {
    throw new Error(`${file}: ${answer.status} ${JSON.stringify(body)}`);
  }
  return body.id;
}

export const sha1 = (content: Uint8Array | string, encoding: 'hex' | 'base64' = 'hex'): string =>
  createHash('sha1').update(content).digest(encoding);

/** Why jobs failed, read where the server keeps it, to make a failed test speak. */
export function failuresOf(server: Heirloom): string[] {
  const database = new DatabaseSync(join(server.data, 'heirloom.db'), { readOnly: true });
  const failed = database.prepare("select type, attempts, crashes, reason from job where state = 'failed'").all();
  database.close();
  return failed.map((job) => JSON.stringify(job));
}

/** Waits until no queue has anything left to do, and gives how many jobs failed. */
export async function jobsDone(caller: Caller, seconds = 300): Promise<number> {
  const queues = await until(
    'every job is done',
    async () => {
      const queues = Object.values(await getQueuesLegacy(caller));
      const busy = queues.some(({ jobCounts: { active, waiting, delayed, paused } }) => active + waiting + delayed + paused);
      return busy ? undefined : queues;
    },
    seconds,
  );
  return queues.reduce((failed, { jobCounts }) => failed + jobCounts.failed, 0);
}
