import { type Table, admin, needs, open } from '../line.ts';

/** The sync stream belongs to a session: an API key has none. */
const sessionsOnly = { but: { 'key with': [403] } };

export const system: Table = {
  pingServer: open(),
  getServerVersion: open(),
  getVersionHistory: open(),
  getServerConfig: open(),
  getServerFeatures: open(),
  getSupportedMediaTypes: open(),
  getAboutInfo: needs('server.about', 'everyone'),
  getStorage: needs('server.storage', 'everyone'),
  getServerStatistics: admin('server.statistics'),

  getQueuesLegacy: admin('job.read'),
  runQueueCommandLegacy: admin('job.create', () => ({ path: { name: 'videoConversion' }, body: { command: 'resume', force: false } })),
  createJob: admin('job.create', () => ({ body: { name: 'tag-cleanup' } })),
  getQueues: admin('queue.read'),
  getQueue: admin('queue.read', () => ({ path: { name: 'videoConversion' } })),
  updateQueue: admin('queue.update', () => ({ path: { name: 'videoConversion' }, body: { isPaused: false } })),
  getQueueJobs: admin('queueJob.read', () => ({ path: { name: 'videoConversion' } })),
  emptyQueue: admin('queueJob.delete', () => ({ path: { name: 'videoConversion' }, body: { failed: false } })),

  getSyncStream: needs('sync.stream', 'everyone', () => ({ body: { types: ['AssetsV2', 'AlbumsV2', 'PeopleV1'] } }), sessionsOnly),
  getSyncAck: needs('syncCheckpoint.read', 'everyone', undefined, sessionsOnly),
  sendSyncAck: needs('syncCheckpoint.update', 'everyone', () => ({ body: { acks: [] } }), sessionsOnly),
  deleteSyncAck: needs('syncCheckpoint.delete', 'everyone', () => ({ body: {} }), sessionsOnly),

  getAdminOnboarding: admin('systemMetadata.read'),
  updateAdminOnboarding: admin('systemMetadata.update', () => ({ body: { isOnboarded: true } })),
  getPublicConfig: open(),
  getPublicConfigDefaults: open(),
};
