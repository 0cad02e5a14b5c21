import { type Table, admin, any, link, needs, open } from '../line.ts';
import { PASSWORD } from '../world.ts';

const me = { email: 'nobody@example.com', password: PASSWORD, name: 'Nobody' };
const owner = ({ owner }: { owner: { id: string } }) => ({ path: { id: owner.id } });

/** Callers who log in with an API key have no session that could be locked or shared. */
const sessionsOnly = { but: { 'key with': [400] } };

export const accounts: Table = {
  signUpAdmin: open(() => ({ body: me }), { ok: [400] }),
  login: open(({ admin }) => ({ body: { email: admin.email, password: admin.password } })),
  logout: needs('all', 'everyone', undefined, { endsSession: true }),
  validateAccessToken: any(),
  getAuthStatus: needs('all', 'everyone'),
  changePassword: needs('auth.changePassword', 'everyone', () => ({ body: { password: PASSWORD, newPassword: PASSWORD } })),
  setupPinCode: needs('pinCode.create', 'everyone', async (world, caller) => {
    await world.forgetPin(caller);
    return { body: { pinCode: world.pin } };
  }),
  changePinCode: needs('pinCode.update', 'everyone', async (world, caller) => {
    await world.setPin(caller);
    return { body: { password: PASSWORD, newPinCode: world.pin } };
  }),
  resetPinCode: needs('pinCode.delete', 'everyone', async (world, caller) => {
    await world.setPin(caller);
    return { body: { password: PASSWORD } };
  }),
  unlockAuthSession: needs('all', 'everyone', async (world, caller) => {
    await world.setPin(caller);
    return { body: { pinCode: world.pin } };
  }, sessionsOnly),
  lockAuthSession: needs('all', 'everyone', undefined, sessionsOnly),

  getSessions: needs('session.read', 'everyone'),
  createSession: needs('session.create', 'everyone', () => ({ body: { deviceType: 'cast' } }), sessionsOnly),
  updateSession: needs('session.update', 'owner', ({ thing }) => ({ path: { id: thing('session') }, body: { isPendingSyncReset: true } })),
  lockSession: needs('session.lock', 'owner', ({ thing }) => ({ path: { id: thing('session') } })),
  deleteSession: needs('session.delete', 'owner', async ({ a }) => ({ path: { id: await a.session() } })),
  deleteAllSessions: needs('session.delete', 'everyone', undefined, { endsSession: true }),

  getApiKeys: needs('apiKey.read', 'everyone'),
  createApiKey: needs('apiKey.create', 'everyone', () => ({ body: { name: 'new', permissions: ['apiKey.create'] } })),
  getMyApiKey: any(undefined, {
    but: { owner: [403], other: [403], viewer: [403], editor: [403], admin: [403] },
  }),
  getApiKey: needs('apiKey.read', 'owner', ({ thing }) => ({ path: { id: thing('key') } })),
  updateApiKey: needs('apiKey.update', 'owner', ({ thing }) => ({ path: { id: thing('key') }, body: { name: 'renamed' } })),
  rotateApiKey: needs('apiKey.rotate', 'owner', async ({ a }) => ({ path: { id: await a.key() } }), {
    // It may not make more of itself than it has, and the key that is rotated reads assets.
    but: { 'key with': [400] },
  }),
  deleteApiKey: needs('apiKey.delete', 'owner', async ({ a }) => ({ path: { id: await a.key() } })),

  getMyUser: needs('user.read', 'everyone'),
  updateMyUser: needs('user.update', 'everyone', () => ({ body: { avatarColor: 'green' } })),
  getMyPreferences: needs('userPreference.read', 'everyone'),
  updateMyPreferences: needs('userPreference.update', 'everyone', () => ({ body: { tags: { enabled: true } } })),
  getUserOnboarding: needs('userOnboarding.read', 'everyone'),
  setUserOnboarding: needs('userOnboarding.update', 'everyone', () => ({ body: { isOnboarded: true } })),
  deleteUserOnboarding: needs('userOnboarding.delete', 'everyone'),
  getUserLicense: needs('userLicense.read', 'everyone', undefined, { ok: [404, 200] }),
  setUserLicense: needs('userLicense.update', 'everyone', () => ({ body: { licenseKey: 'none', activationKey: 'none' } }), { ok: [400, 200] }),
  deleteUserLicense: needs('userLicense.delete', 'everyone'),
  searchUsers: needs('user.read', 'everyone'),
  getUser: needs('user.read', 'everyone', owner),
  createProfileImage: needs('userProfileImage.update', 'everyone', ({ picture }) => ({ form: picture() })),
  getProfileImage: needs('userProfileImage.read', 'everyone', owner, { ok: [200, 404] }),
  deleteProfileImage: needs('userProfileImage.delete', 'everyone'),

  searchUsersAdmin: admin('adminUser.read'),
  createUserAdmin: admin('adminUser.create', ({ unique }) => ({ body: { ...me, email: `${unique('user')}@example.com` } })),
  getUserAdmin: admin('adminUser.read', owner),
  updateUserAdmin: admin('adminUser.update', ({ owner }) => ({ path: { id: owner.id }, body: { quotaSizeInBytes: null } })),
  getUserPreferencesAdmin: admin('adminUser.read', owner),
  updateUserPreferencesAdmin: admin('adminUser.update', ({ owner }) => ({ path: { id: owner.id }, body: { folders: { enabled: true } } })),
  getUserSessionsAdmin: admin('adminSession.read', owner),
  getUserStatisticsAdmin: admin('adminUser.read', owner),
  deleteUserAdmin: admin('adminUser.delete', async ({ a }) => ({ path: { id: await a.user() }, body: {} })),
  restoreUserAdmin: admin('adminUser.delete', async (world) => {
    const path = { id: await world.a.user() };
    await world.make('deleteUserAdmin', { path, body: {} }, world.admin.withKey);
    return { path };
  }),

  getAllSharedLinks: needs('sharedLink.read', 'everyone'),
  createSharedLink: needs('sharedLink.create', 'owner', ({ thing }) => ({ body: { type: 'INDIVIDUAL', assetIds: [thing('private')] } })),
  'createSharedLink, of an album': needs('sharedLink.create', 'editors', ({ thing }) => ({ body: { type: 'ALBUM', albumId: thing('album') } })),
  // Only a link with a password has anything to log in to.
  sharedLinkLogin: link('all', 'everyone', () => ({ body: { password: 'whatever' } }), {
    but: Object.fromEntries(
      ['owner', 'other', 'viewer', 'editor', 'admin', 'key with', 'key without', 'album link', 'closed link'].map((role) => [role, [400, 401, 403]]),
    ),
  }),
  getMySharedLink: link('all', 'everyone', undefined, {
    but: { owner: [403], other: [403], viewer: [403], editor: [403], admin: [403], 'key with': [403] },
  }),
  getSharedLinkById: needs('sharedLink.read', 'owner', ({ thing }) => ({ path: { id: thing('link') } })),
  updateSharedLink: needs('sharedLink.update', 'owner', ({ thing }) => ({ path: { id: thing('link') }, body: { description: 'changed' } })),
  addSharedLinkAssets: needs('sharedLink.update', 'owner', ({ thing }) => ({ path: { id: thing('link') }, body: { assetIds: [thing('shared')] } })),
  removeSharedLinkAssets: needs('sharedLink.update', 'owner', ({ thing }) => ({ path: { id: thing('link') }, body: { assetIds: [thing('shared')] } })),
  removeSharedLink: needs('sharedLink.delete', 'owner', async ({ a }) => ({ path: { id: await a.link() } })),
};
