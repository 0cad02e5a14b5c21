import { type Table, admin, link, needs } from '../line.ts';
import type { World } from '../world.ts';

const shared = ({ thing }: World) => ({ path: { id: thing('shared') } });
const secret = ({ thing }: World) => ({ path: { id: thing('private') } });
const inAlbum = ({ thing }: World) => ({ query: { albumId: thing('album') } });
const ofOwner = ({ owner }: World) => ({ query: { userId: owner.id } });

/** A link sees its album only, and must say which. */
const linksNameTheirAlbum = { but: { 'album link': [400], 'closed link': [400] } };

/** Uploading by a link takes one that allows it. */
const linksMayNotUpload = { but: { 'album link': [400, 401, 403], 'closed link': [400, 401, 403] } };

export const assets: Table = {
  uploadAsset: link('asset.upload', 'everyone', (world) => ({ form: world.form(world.unique('photo')) }), linksMayNotUpload),
  checkBulkUpload: needs('asset.upload', 'everyone', () => ({ body: { assets: [{ id: 'x', checksum: '0'.repeat(40) }] } })),
  getAssetStatistics: needs('asset.statistics', 'everyone'),
  getAssetInfo: link('asset.read', 'viewers', shared),
  'getAssetInfo, in no album': link('asset.read', 'owner', secret),
  updateAsset: needs('asset.update', 'owner', (world) => ({ ...shared(world), body: { description: 'changed', isFavorite: true } })),
  updateAssets: needs('asset.update', 'owner', ({ thing }) => ({ body: { ids: [thing('shared')], rating: 3 } })),
  deleteAssets: needs('asset.delete', 'owner', async ({ a }) => ({ body: { ids: [await a.asset()], force: true } })),
  'deleteAssets, shared': needs('asset.delete', 'owner', async ({ a }) => ({ body: { ids: [await a.sharedAsset()], force: false } })),
  copyAsset: needs('asset.copy', 'owner', ({ thing }) => ({ body: { sourceId: thing('shared'), targetId: thing('private'), albums: false } })),
  runAssetJobs: needs('job.create', 'owner', ({ thing }) => ({ body: { assetIds: [thing('shared')], name: 'refresh-metadata' } })),
  updateBulkAssetMetadata: needs('asset.update', 'owner', ({ thing }) => ({
    body: { items: [{ assetId: thing('shared'), key: 'mobile-app', value: { iCloudId: 'x' } }] },
  })),
  updateAssetMetadata: needs('asset.update', 'owner', (world) => ({
    ...secret(world),
    body: { items: [{ key: 'mobile-app', value: { iCloudId: 'x' } }] },
  })),
  getAssetMetadata: needs('asset.read', 'owner', secret),
  getAssetOcr: needs('asset.read', 'viewers', shared),
  'getAssetOcr, in no album': needs('asset.read', 'owner', secret),
  getAssetMetadataByKey: needs('asset.read', 'owner', async (world) => {
    const { id } = secret(world).path;
    await world.make('updateAssetMetadata', { path: { id }, body: { items: [{ key: 'mobile-app', value: { iCloudId: 'x' } }] } });
    return { path: { id, key: 'mobile-app' } };
  }),
  deleteAssetMetadata: needs('asset.update', 'owner', ({ thing }) => ({ path: { id: thing('private'), key: 'mobile-app' } })),
  deleteBulkAssetMetadata: needs('asset.update', 'owner', ({ thing }) => ({
    body: { items: [{ assetId: thing('private'), key: 'mobile-app' }] },
  })),

  viewAsset: link('asset.view', 'viewers', shared),
  'viewAsset, in no album': link('asset.view', 'owner', secret),
  downloadAsset: link('asset.download', 'viewers', shared),
  'downloadAsset, in no album': link('asset.download', 'owner', secret),
  playAssetVideo: link('asset.view', 'viewers', shared, { ok: [404] }),
  'playAssetVideo, in no album': link('asset.view', 'owner', secret, { ok: [404] }),
  getDownloadInfo: link('asset.download', 'viewers', ({ thing }) => ({ body: { assetIds: [thing('shared')] } })),
  'getDownloadInfo, of an album': link('asset.download', 'viewers', ({ thing }) => ({ body: { albumId: thing('album') } })),
  'getDownloadInfo, of a user': link('asset.download', 'owner', ({ owner }) => ({ body: { userId: owner.id } })),
  downloadArchive: link('asset.download', 'viewers', ({ thing }) => ({ body: { assetIds: [thing('shared')] } })),
  'downloadArchive, in no album': link('asset.download', 'owner', ({ thing }) => ({ body: { assetIds: [thing('private')] } })),

  emptyTrash: needs('asset.delete', 'everyone'),
  restoreTrash: needs('asset.delete', 'everyone'),
  restoreAssets: needs('asset.delete', 'owner', async (world) => {
    const ids = [await world.a.asset()];
    await world.make('deleteAssets', { body: { ids, force: false } });
    return { body: { ids } };
  }),

  getTimeBuckets: link('asset.read', 'everyone', undefined, linksNameTheirAlbum),
  'getTimeBuckets, of an album': link('asset.read', 'viewers', inAlbum),
  'getTimeBuckets, of a user': link('asset.read', 'owner', ofOwner),
  'getTimeBuckets, of a tag': link('asset.read', 'owner', ({ thing }) => ({ query: { tagId: thing('tag') } })),
  getTimeBucket: link('asset.read', 'everyone', () => ({ query: { timeBucket: '2024-05-01' } }), linksNameTheirAlbum),
  'getTimeBucket, of an album': link('asset.read', 'viewers', (world) => ({
    query: { ...inAlbum(world).query, timeBucket: '2024-05-01' },
  })),
  'getTimeBucket, of a user': link('asset.read', 'owner', (world) => ({ query: { ...ofOwner(world).query, timeBucket: '2024-05-01' } })),

  searchAssets: link('asset.read', 'everyone', () => ({ body: { withExif: true, withPeople: true } }), linksNameTheirAlbum),
  'searchAssets, of an album': link('asset.read', 'viewers', ({ thing }) => ({
    body: { albumIds: [thing('album')], withExif: true, withPeople: true },
  })),
  'searchAssets, by id': link('asset.read', 'everyone', ({ thing }) => ({ body: { id: thing('private') } }), linksNameTheirAlbum),
  searchRandom: needs('asset.read', 'everyone', () => ({ body: {} })),
  'searchRandom, of an album': needs('asset.read', 'viewers', ({ thing }) => ({ body: { albumIds: [thing('album')] } })),
  searchSmart: needs('asset.read', 'everyone', () => ({ body: { query: 'sea' } }), { ok: [200, 400] }),
  searchAssetStatistics: needs('asset.statistics', 'everyone', () => ({ body: {} })),
  searchLargeAssets: needs('asset.read', 'everyone'),
  searchPerson: needs('person.read', 'everyone', () => ({ query: { name: 'hush' } })),
  getSearchSuggestions: needs('asset.read', 'everyone', () => ({ query: { type: 'camera-make' } })),
  getExploreData: needs('asset.read', 'everyone'),
  getAssetsByCity: needs('asset.read', 'everyone'),

  getMapMarkers: needs('map.read', 'everyone'),
  getUniqueOriginalPaths: needs('folder.read', 'everyone'),
  getAssetsByOriginalPath: needs('folder.read', 'everyone', () => ({ query: { path: '/' } })),

  getAllLibraries: admin('library.read'),
  createLibrary: admin('library.create', ({ owner }) => ({ body: { ownerId: owner.id, name: 'new' } })),
  getLibrary: admin('library.read', ({ thing }) => ({ path: { id: thing('library') } })),
  updateLibrary: admin('library.update', ({ thing }) => ({ path: { id: thing('library') }, body: { name: 'renamed' } })),
  scanLibrary: admin('library.update', ({ thing }) => ({ path: { id: thing('library') } })),
  getLibraryStatistics: admin('library.statistics', ({ thing }) => ({ path: { id: thing('library') } })),
  validate: admin('all', ({ thing }) => ({ path: { id: thing('library') }, body: { importPaths: ['/nowhere'] } })),
  deleteLibrary: admin('library.delete', async ({ a }) => ({ path: { id: await a.library() } })),
};
