import { type Table, link, needs } from '../line.ts';
import type { World } from '../world.ts';

const album = ({ thing }: World) => ({ path: { id: thing('album') } });
const tag = ({ thing }: World) => ({ path: { id: thing('tag') } });
const stack = ({ thing }: World) => ({ path: { id: thing('stack') } });
const person = ({ thing }: World) => ({ path: { id: thing('person') } });
const secret = ({ thing }: World) => ({ ids: [thing('private')] });

/** These say for each id whether it was done, and so refuse what is another's in the answer. */
const saidForEach = { refusal: [400, 200] };

export const organising: Table = {
  getAllAlbums: needs('album.read', 'everyone'),
  'getAllAlbums, of an asset': needs('album.read', 'everyone', ({ thing }) => ({ query: { assetId: thing('private') } })),
  createAlbum: needs('album.create', 'everyone', () => ({ body: { albumName: 'new' } })),
  getAlbumStatistics: needs('album.statistics', 'everyone'),
  getAlbumInfo: link('album.read', 'viewers', album),
  getAlbumMapMarkers: link('album.read', 'viewers', album),
  updateAlbumInfo: needs('album.update', 'editors', (world) => ({ ...album(world), body: { description: 'changed' } })),
  deleteAlbum: needs('album.delete', 'owner', async ({ a }) => ({ path: { id: await a.album() } })),
  addAssetsToAlbum: needs('albumAsset.create', 'editors', (world) => ({ ...album(world), body: { ids: [world.thing('shared')] } })),
  addAssetsToAlbums: needs('albumAsset.create', 'editors', (world) => ({
    body: { albumIds: [world.thing('album')], assetIds: [world.thing('shared')] },
  }), saidForEach),
  removeAssetFromAlbum: needs('albumAsset.delete', 'editors', async ({ a, thing }) => ({
    path: { id: await a.album() },
    body: { ids: [thing('shared')] },
  })),
  addUsersToAlbum: needs('albumUser.create', 'editors', async (world) => ({
    path: { id: await world.a.album() },
    body: { albumUsers: [{ userId: world.admin.userId, role: 'viewer' }] },
  })),
  updateAlbumUser: needs('albumUser.update', 'editors', (world) => ({
    path: { id: world.thing('album'), userId: world.user('viewer').id },
    body: { role: 'viewer' },
  })),
  removeUserFromAlbum: needs('albumUser.delete', 'editors', async ({ a, user }) => ({
    path: { id: await a.album(), userId: user('viewer').id },
  }), { but: { viewer: [204] } }), // who leaves by himself

  getAllTags: needs('tag.read', 'everyone'),
  createTag: needs('tag.create', 'everyone', ({ unique }) => ({ body: { name: unique('tag') } })),
  upsertTags: needs('tag.create', 'everyone', () => ({ body: { tags: ['Places/Sea'] } })),
  getTagById: needs('tag.read', 'owner', tag),
  updateTag: needs('tag.update', 'owner', (world) => ({ ...tag(world), body: { color: '#ff0000' } })),
  tagAssets: needs('tag.asset', 'owner', (world) => ({ ...tag(world), body: secret(world) })),
  untagAssets: needs('tag.asset', 'owner', (world) => ({ ...tag(world), body: secret(world) })),
  bulkTagAssets: needs('tag.asset', 'owner', ({ thing }) => ({ body: { tagIds: [thing('tag')], assetIds: [thing('private')] } }), saidForEach),
  deleteTag: needs('tag.delete', 'owner', async ({ a }) => ({ path: { id: await a.tag() } })),

  searchStacks: needs('stack.read', 'everyone'),
  createStack: needs('stack.create', 'owner', async ({ a }) => ({ body: { assetIds: [await a.asset(), await a.asset()] } })),
  getStack: needs('stack.read', 'owner', stack),
  updateStack: needs('stack.update', 'owner', async ({ a }) => {
    const { id, assetIds } = await a.stack();
    return { path: { id }, body: { primaryAssetId: assetIds[1] } };
  }),
  removeAssetFromStack: needs('stack.update', 'owner', async ({ a }) => {
    const { id, assetIds } = await a.stack();
    return { path: { id, assetId: assetIds[2]! } };
  }),
  deleteStack: needs('stack.delete', 'owner', async ({ a }) => ({ path: { id: (await a.stack()).id } })),
  deleteStacks: needs('stack.delete', 'owner', async ({ a }) => ({ body: { ids: [(await a.stack()).id] } })),

  getAllPeople: needs('person.read', 'everyone', () => ({ query: { withHidden: true } })),
  createPerson: needs('person.create', 'everyone', () => ({ body: { name: 'Somebody' } })),
  getPerson: needs('person.read', 'owner', person),
  updatePerson: needs('person.update', 'owner', (world) => ({ ...person(world), body: { isFavorite: true } })),
  updatePeople: needs('person.update', 'owner', ({ thing }) => ({ body: { people: [{ id: thing('person'), isFavorite: false }] } }), saidForEach),
  getPersonStatistics: needs('person.statistics', 'owner', person),
  getPersonThumbnail: needs('person.read', 'owner', person, { ok: [200, 404] }),
  mergePeople: needs('person.merge', 'owner', async ({ a }) => ({ body: { ids: [await a.person(), await a.person()] } }), saidForEach),
  mergePersonLegacy: needs('person.merge', 'owner', async ({ a }) => ({
    path: { id: await a.person() },
    body: { ids: [await a.person()] },
  })),
  reassignFaces: needs('person.reassign', 'owner', async ({ a, thing }) => ({
    path: { id: await a.person() },
    body: { data: [{ assetId: thing('shared'), personId: thing('person') }] },
  })),
  deletePerson: needs('person.delete', 'owner', async ({ a }) => ({ path: { id: await a.person() } })),
  deletePeople: needs('person.delete', 'owner', async ({ a }) => ({ body: { ids: [await a.person()] } })),
  getFaces: needs('face.read', 'owner', ({ thing }) => ({ query: { id: thing('private') } })),
  createFace: needs('face.create', 'owner', async ({ a, thing }) => ({
    body: { assetId: thing('private'), personId: await a.person(), x: 1, y: 1, width: 50, height: 50, imageWidth: 640, imageHeight: 480 },
  })),
  reassignFacesById: needs('face.update', 'owner', async ({ a }) => ({ path: { id: await a.person() }, body: { id: await a.face() } })),
  deleteFace: needs('face.delete', 'owner', async ({ a }) => ({ path: { id: await a.face() }, body: { force: true } })),

  getAssetDuplicates: needs('duplicate.read', 'everyone'),
  resolveDuplicates: needs('duplicate.delete', 'owner', async ({ a }) => {
    const { ids, duplicateId } = await a.duplicates();
    return { body: { groups: [{ duplicateId, keepAssetIds: [ids[0]], trashAssetIds: [ids[1]] }] } };
  }, saidForEach),
  deleteDuplicate: needs('duplicate.delete', 'owner', async ({ a }) => ({ path: { id: (await a.duplicates()).duplicateId } })),
  deleteDuplicates: needs('duplicate.delete', 'owner', async ({ a }) => ({ body: { ids: [(await a.duplicates()).duplicateId] } })),
};
