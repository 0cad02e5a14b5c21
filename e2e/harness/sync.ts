import assert from 'node:assert/strict';
import { SyncRequestType } from '@immich/sdk';
import type { Caller } from './account.ts';
import { assertIsA } from './wire.ts';

export interface Line {
  type: string;
  data: Record<string, any>;
  ack: string;
}

/** All that a client of version 3 asks for. */
export const everything = Object.values(SyncRequestType).filter(
  (type) => !/^(AssetsV1|PartnerAssetsV1|AlbumAssetsV1|AssetFacesV1|AlbumsV1)$/.test(type),
);

/** What the SDK calls the data of a line. */
function shapeOf(type: string): string {
  const shapes: Record<string, string> = { AlbumToAssetBackfillV1: 'SyncAlbumToAssetV1', AlbumUserBackfillV1: 'SyncAlbumUserV1' };
  const shared = /^AlbumAsset(Create|Update|Backfill)V2$/.test(type) ? 'SyncAssetV2' : undefined;
  const sharedExif = /^AlbumAssetExif(Create|Update|Backfill)V1$/.test(type) ? 'SyncAssetExifV1' : undefined;
  return shapes[type] ?? shared ?? sharedExif ?? (type.startsWith('Sync') ? type : `Sync${type}`);
}

export function openStream(caller: Caller, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${caller.baseUrl}/sync/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...caller.headers },
    body: JSON.stringify(body),
    signal,
  });
}

/** A whole stream, each line held against the SDK's type for it. */
export async function sync(caller: Caller, types: string[] = everything, reset?: boolean): Promise<Line[]> {
  const answer = await openStream(caller, { types, reset });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/jsonlines+json');
  const text = await answer.text();
  assert.ok(text.endsWith('\n'), 'the last line is not terminated');
  const lines = text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line);
  for (const { type, data, ack } of lines) {
    assertIsA(shapeOf(type), data);
    assert.match(ack, type === 'SyncAckV1' ? /^\w+\|/ : new RegExp(`^${type}\\|`));
  }
  return lines;
}

/** The last ack of each run of equal types, as the mobile app sends them. */
export function acksOf(lines: Line[]): string[] {
  return lines.filter(({ type }, index) => type === 'SyncAckV1' || type !== lines[index + 1]?.type).map(({ ack }) => ack);
}
