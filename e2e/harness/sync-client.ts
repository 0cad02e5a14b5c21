import assert from 'node:assert/strict';
import { SyncRequestType } from '@immich/sdk';
import type { Caller } from './account.ts';
import { assertIsA } from './wire.ts';

export interface SyncLine {
  type: string;
  data: Record<string, unknown>;
  ack: string;
}

/** What the mobile app of version 3 asks for. */
const TYPES = [
  SyncRequestType.AuthUsersV1, SyncRequestType.UsersV1, SyncRequestType.AssetsV2, SyncRequestType.AssetExifsV1,
  SyncRequestType.AssetEditsV1, SyncRequestType.AssetMetadataV1, SyncRequestType.PartnersV1, SyncRequestType.PartnerAssetsV2,
  SyncRequestType.PartnerAssetExifsV1, SyncRequestType.AlbumsV2, SyncRequestType.AlbumUsersV1, SyncRequestType.AlbumAssetsV2,
  SyncRequestType.AlbumAssetExifsV1, SyncRequestType.AlbumToAssetsV1, SyncRequestType.MemoriesV1, SyncRequestType.MemoryToAssetsV1,
  SyncRequestType.StacksV1, SyncRequestType.PartnerStacksV1, SyncRequestType.UserMetadataV1, SyncRequestType.PeopleV1,
  SyncRequestType.AssetFacesV2,
];

/** Applies the sync stream to a little store in memory, as strictly as the mobile app does. */
export class SyncClient {
  /** The rows that the client holds, by kind of thing and then by their ids. */
  readonly store = new Map<string, Map<string, Record<string, unknown>>>();
  readonly #caller: () => Caller;

  constructor(caller: () => Caller) {
    this.#caller = caller;
  }

  rows(kind: string): Map<string, Record<string, unknown>> {
    const rows = this.store.get(kind) ?? new Map<string, Record<string, unknown>>();
    this.store.set(kind, rows);
    return rows;
  }

  /** Reads to the end, applies every line, acknowledges the last of each run of equal types, and gives the lines. */
  async sync(): Promise<SyncLine[]> {
    const lines = await this.#read();
    assert.equal(lines.at(-1)?.type, 'SyncCompleteV1', 'the stream ends with its completion');
    lines.forEach((line) => this.#apply(line));
    const acks = lines.filter(({ type }, index) => type !== lines[index + 1]?.type).map(({ ack }) => ack);
    await this.#send('POST', '/sync/ack', { acks }, 204);
    return lines;
  }

  /** A fresh login forgets what an earlier one acknowledged. */
  async startAnew(): Promise<void> {
    await this.#send('DELETE', '/sync/ack', {}, 204);
    this.store.clear();
  }

  async #read(): Promise<SyncLine[]> {
    const answer = await this.#send('POST', '/sync/stream', { types: TYPES }, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/jsonlines\+json/);
    const text = await answer.text();
    assert.ok(text.endsWith('\n'), 'the app discards a line without its end');
    return text.trimEnd().split('\n').map((line) => JSON.parse(line) as SyncLine);
  }

  #apply({ type, data, ack }: SyncLine): void {
    assert.match(ack, new RegExp(`^${type === 'SyncAckV1' ? '\\w+' : type}\\|.+`));
    assertIsA(declared(type), data);
    if (type === 'SyncResetV1') {
      this.store.clear();
    } else if (type.endsWith('DeleteV1')) {
      this.rows(kindOf(type.replace('Delete', ''))).delete(keyOf(data));
    } else if (!type.startsWith('Sync')) {
      this.rows(kindOf(type)).set(keyOf(data), data);
    }
  }

  async #send(method: string, path: string, body: unknown, status: number): Promise<Response> {
    const { baseUrl, headers } = this.#caller();
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, status, `${method} ${path}`);
    return answer;
  }
}

/** What comes for the first time, again, or late is the same thing. */
const plain = (type: string): string => type.replace(/(Create|Update|Backfill)(?=V\d)/, '');

/** The SDK declares the assets and stacks of albums and partners as what they are. */
const declared = (type: string): string =>
  type.startsWith('Sync')
    ? type
    : `Sync${plain(type).replace(/^(Album|Partner)(?=(Asset(Exif)?|Stack)(Delete)?V)/, '').replace('MemoryToAsset', 'MemoryAsset')}`;

const kindOf = (type: string): string => plain(type).replace(/V\d$/, '');

/** A row is known by its id, or by the ids of the two things that it joins; a deletion names the same. */
function keyOf(data: Record<string, unknown>): string {
  const ids = data.id ? [data.id] : Object.entries(data).filter(([key]) => /Id$|^key$/.test(key)).sort().map(([, id]) => id);
  return ids.join('|');
}
