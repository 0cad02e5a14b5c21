import { getQueuesLegacy } from '@immich/sdk';
import type { Caller } from '../harness/account.ts';
import { type Question, ask } from '../harness/request.ts';
import { until } from '../harness/until.ts';
import type { World } from './world.ts';

/**
 * All that the owner has, as the API tells it to the owner and to the admin: two of these are equal exactly when
 * nothing changed in between. Work in the background is awaited first.
 */
export async function stateOf(world: World): Promise<Record<string, unknown>> {
  await settled(world);
  const state: Record<string, unknown> = {};
  const look = async (operation: string, question: Question = {}, caller: Caller = world.ownerKey): Promise<any> => {
    const { status, json } = await ask(caller, operation, question);
    state[`${operation} ${JSON.stringify(question)}`] = { status, json };
    return json;
  };
  const all = { size: 1000, withDeleted: true, withExif: true, withPeople: true, withStacked: true };
  const byAdmin = world.admin.withKey;
  const id = { id: world.owner.id };

  const [albums, tags] = await Promise.all([
    look('getAllAlbums'),
    look('getAllTags'),
    look('searchAssets', { body: all }),
    look('getMyUser'),
    look('getMyPreferences'),
    look('getUserOnboarding'),
    look('getAuthStatus'),
    look('getApiKeys'),
    look('getSessions'),
    look('getAllSharedLinks'),
    look('searchStacks'),
    look('getAllPeople', { query: { withHidden: true, size: 1000 } }),
    look('getAssetDuplicates'),
    look('getAssetStatistics'),
    look('getAssetStatistics', { query: { isTrashed: true } }),
    look('getTimeBuckets'),
    look('getMapMarkers'),
    look('getUniqueOriginalPaths'),
    look('getPartners', { query: { direction: 'shared-by' } }),
    look('getSyncAck', {}, world.owner.session),
    look('getUserAdmin', { path: id }, byAdmin),
    look('getUserPreferencesAdmin', { path: id }, byAdmin),
    look('getUserSessionsAdmin', { path: id }, byAdmin),
    look('searchUsersAdmin', { query: { withDeleted: true } }, byAdmin),
    look('getAllLibraries', {}, byAdmin),
    look('getQueuesLegacy', {}, byAdmin),
  ]);
  await Promise.all([
    ...world.assets.map((id) => look('getAssetInfo', { path: { id } })),
    ...world.assets.map((id) => look('getFaces', { query: { id } })),
    ...(albums ?? []).map((album: { id: string }) => look('getAlbumInfo', { path: { id: album.id } })),
    ...(albums ?? []).map((album: { id: string }) => look('searchAssets', { body: { size: 1000, albumIds: [album.id] } })),
    ...(tags ?? []).map((tag: { id: string }) => look('searchAssets', { body: { size: 1000, tagIds: [tag.id] } })),
  ]);
  return JSON.parse(JSON.stringify(state, withoutUse)) as Record<string, unknown>;
}

/** Waits until the queues that run have nothing left to do. */
async function settled(world: World): Promise<void> {
  await until('the background is quiet', async () => {
    const queues = Object.values(await getQueuesLegacy(world.admin.withKey));
    return queues.every(({ queueStatus: { isPaused }, jobCounts: { active, waiting, delayed } }) => !(active + (isPaused ? 0 : waiting + delayed)));
  });
}

/** What changes by looking: when a session or key was last used, and how much a queue has done. */
function withoutUse(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const isUse = key === 'jobCounts' || key === 'isActive' || (key === 'updatedAt' && ('deviceOS' in this || 'permissions' in this));
  return isUse ? undefined : value;
}
