import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { SyncEntityType, SyncRequestType, getSyncStream } from '@immich/sdk';
import { type Account, type Caller, nobody, signUp } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { type Line, acksOf, everything, openStream, sync } from '../harness/sync.ts';
import { until } from '../harness/until.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('the sync stream', () => {
  let server: Heirloom;
  let ada: Account;
  let phone: Caller;
  let tablet: Caller;
  let photos: string[];
  let ids: string[];

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
    phone = ada.withSession;
    tablet = await login();
    photos = filesBelow(generatePhotos(4));
    ids = await Promise.all(photos.slice(0, 3).map((photo) => uploadFile(ada.withKey, photo)));
    assert.equal(await jobsDone(ada.withKey), 0);
  });
  after(() => server?.stop());

  test('begins with everything, in its order, and ends complete', async () => {
    const lines = await sync(phone);
    const types = [...new Set(lines.map(({ type }) => type))];
    assert.deepEqual(types, ['AuthUserV1', 'UserV1', 'AssetV2', 'AssetExifV1', 'SyncCompleteV1']);
    assert.deepEqual(idsOf(lines, 'AssetV2').sort(), [...ids].sort());
    const asset = lines.find(({ type }) => type === 'AssetV2')!.data;
    assert.deepEqual([asset.ownerId, asset.type, asset.visibility], [ada.userId, 'IMAGE', 'timeline']);
    assert.ok(asset.thumbhash && asset.width && asset.height);
    const exif = lines.find(({ type }) => type === 'AssetExifV1')!.data;
    assert.match(exif.dateTimeOriginal, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const self = lines[0]!.data;
    assert.deepEqual([self.id, self.isAdmin, self.pinCode], [ada.userId, true, null]);
  });

  test('says nothing twice of what was acknowledged, and the same again of what was not', async () => {
    const lines = await sync(tablet);
    assert.deepEqual((await sync(tablet)).slice(0, -1), lines.slice(0, -1));
    await immich.sendSyncAck({ syncAckSetDto: { acks: acksOf(lines) } }, tablet);
    assert.deepEqual(typesOf(await sync(tablet)), ['SyncCompleteV1']);
    const acks = await immich.getSyncAck(tablet);
    assert.deepEqual(acks.map(({ ack }) => ack).sort(), acksOf(lines).sort());
  });

  test('tells changes and deletions, deletions first', async () => {
    await acknowledgeAll(phone);
    const added = await uploadFile(ada.withKey, photos[3]!);
    await jobsDone(ada.withKey);
    await immich.updateAssets({ assetBulkUpdateDto: { ids: [ids[0]!], isFavorite: true } }, phone);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [ids[1]!] } }, phone);
    await immich.deleteAssets({ assetBulkDeleteDto: { ids: [ids[2]!], force: true } }, phone);
    const lines = await until('the asset is gone', async () => {
      const found = await sync(phone);
      return found.some(({ type }) => type === 'AssetDeleteV1') ? found : undefined;
    });
    assert.equal(lines[0]!.type, 'AssetDeleteV1');
    assert.deepEqual(lines[0]!.data, { assetId: ids[2] });
    assert.deepEqual(idsOf(lines, 'AssetV2').sort(), [added, ids[0]!, ids[1]!].sort());
    const trashed = lines.find(({ data }) => data.id === ids[1])!.data;
    assert.match(trashed.deletedAt, /Z$/);
    assert.equal(lines.find(({ data }) => data.id === ids[0])!.data.isFavorite, true);
  });

  test('resumes where a client stopped', async () => {
    const lines = await sync(phone, [SyncRequestType.AssetsV2], true);
    const assets = lines.filter(({ type }) => type === 'AssetV2');
    await immich.sendSyncAck({ syncAckSetDto: { acks: [assets[0]!.ack] } }, phone);
    assert.deepEqual(idsOf(await sync(phone, [SyncRequestType.AssetsV2]), 'AssetV2'), idsOf(lines, 'AssetV2').slice(1));
  });

  test('sends only what was asked for', async () => {
    assert.deepEqual(new Set(typesOf(await sync(phone, [SyncRequestType.UsersV1], true))), new Set(['UserV1', 'SyncCompleteV1']));
    assert.deepEqual(typesOf(await sync(phone, [SyncRequestType.MemoriesV1])), ['SyncCompleteV1']);
    assert.deepEqual(typesOf(await sync(phone, [])), ['SyncCompleteV1']);
    const dto = { syncStreamDto: { types: [SyncRequestType.UsersV1] } };
    assert.match(String(await getSyncStream(dto, phone)), /"UserV1"/);
  });

  test('starts anew after thirty days', async () => {
    await acknowledgeAll(tablet);
    const old = 'SyncCompleteV1|01900000-0000-7000-8000-000000000000';
    await immich.sendSyncAck({ syncAckSetDto: { acks: [old] } }, tablet);
    const lines = await sync(tablet);
    assert.deepEqual(lines, [{ type: 'SyncResetV1', data: {}, ack: 'SyncResetV1|reset' }]);
    await immich.sendSyncAck({ syncAckSetDto: { acks: ['SyncResetV1|reset'] } }, tablet);
    assert.ok(typesOf(await sync(tablet)).includes('AssetV2'));
  });

  test('keeps the checkpoints of sessions apart', async () => {
    const lines = await acknowledgeAll(phone);
    const stranger = await login();
    await immich.sendSyncAck({ syncAckSetDto: { acks: acksOf(lines) } }, stranger);
    await immich.deleteSyncAck({ syncAckDeleteDto: {} }, stranger);
    assert.deepEqual(await immich.getSyncAck(stranger), []);
    assert.deepEqual(typesOf(await sync(phone)), ['SyncCompleteV1']);
    await immich.deleteSyncAck({ syncAckDeleteDto: { types: [SyncEntityType.AssetV2] } }, phone);
    assert.deepEqual([...new Set(typesOf(await sync(phone)))], ['AssetV2', 'SyncCompleteV1']);
  });

  test('refuses what makes no sense', async () => {
    const send = (acks: string[]) => immich.sendSyncAck({ syncAckSetDto: { acks } }, phone);
    for (const ack of ['', 'AssetV2', 'AssetV2|', 'AssetV2|x', 'AssetV2|1|2|3', `Nonsense|${ada.userId}`, 'AssetV2|reset']) {
      await refuses(send([ack]), 400);
    }
    await refuses(send(Array.from({ length: 1001 }, () => `AssetV2|${ada.userId}`)), 400);
    for (const type of ['AssetsV1', 'PartnerAssetsV1', 'AlbumAssetsV1', 'AssetFacesV1', 'Nonsense']) {
      assert.equal((await openStream(phone, { types: [type] })).status, 400, type);
    }
    assert.equal((await openStream(phone, {})).status, 400);
    await refuses(immich.deleteSyncAck({ syncAckDeleteDto: { types: ['Nonsense' as SyncEntityType] } }, phone), 400);
  });

  test('is for sessions alone', async () => {
    for (const [caller, status] of [[ada.withKey, 403], [nobody(server), 401]] as const) {
      assert.equal((await openStream(caller, { types: everything })).status, status);
      await refuses(immich.getSyncAck(caller), status);
      await refuses(immich.sendSyncAck({ syncAckSetDto: { acks: [] } }, caller), status);
      await refuses(immich.deleteSyncAck({ syncAckDeleteDto: {} }, caller), status);
    }
  });

  test('is not held up by clients that stop reading', async () => {
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ types: everything, reset: true });
    const stalled = Array.from({ length: 32 }, () => {
      const socket = connect(Number(port), hostname).pause();
      socket.on('error', () => {});
      socket.write(
        `POST /api/sync/stream HTTP/1.1\r\nHost: x\r\nAuthorization: ${tablet.headers!.authorization}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      return socket;
    });
    assert.ok((await sync(phone, [SyncRequestType.UsersV1], true)).length > 0);
    stalled.forEach((socket) => socket.destroy());
  });

  async function acknowledgeAll(caller: Caller): Promise<Line[]> {
    const lines = await sync(caller);
    await immich.sendSyncAck({ syncAckSetDto: { acks: acksOf(lines) } }, caller);
    return lines;
  }

  async function login(): Promise<Caller> {
    const { accessToken } = await immich.login(
      { loginCredentialDto: { email: ada.email, password: ada.password } },
      nobody(server),
    );
    return { baseUrl: server.api, headers: { authorization: `Bearer ${accessToken}` } };
  }

  const typesOf = (lines: Line[]) => lines.map(({ type }) => type);
  const idsOf = (lines: Line[], type: string) => lines.filter((line) => line.type === type).map(({ data }) => data.id as string);
});
