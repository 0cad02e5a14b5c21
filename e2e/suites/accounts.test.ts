import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { AssetOrder, AssetVisibility, Permission, UserAvatarColor, UserStatus } from '@immich/sdk';
import { type Account, type Caller, nobody, signUp, withKey } from '../harness/account.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { immich, refuses } from '../harness/sdk.ts';
import { uploadFile } from '../harness/uploads.ts';
import { until } from '../harness/until.ts';

suite('accounts', () => {
  const password = 'a long password';
  let server: Heirloom;
  let ada: Account;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
  });
  after(() => server?.stop());

  const session = (token: string): Caller => ({ baseUrl: server.api, headers: { authorization: `Bearer ${token}` } });

  async function logIn(email: string, secret = password): Promise<Caller> {
    const { accessToken } = await immich.login({ loginCredentialDto: { email, password: secret } }, nobody(server));
    return session(accessToken);
  }

  async function newUser(): Promise<{ id: string; email: string; caller: Caller }> {
    const email = `${randomUUID()}@example.com`;
    const { id } = await immich.createUserAdmin({ userAdminCreateDto: { email, name: 'Bea', password } }, ada.withKey);
    return { id, email, caller: await logIn(email) };
  }

  suite('sessions', () => {
    test('are listed, made for other devices and revoked', async () => {
      const { caller } = await newUser();
      const sessionCreateDto = { deviceType: 'Kiosk', deviceOS: 'Linux', duration: 3600 };
      const kiosk = await immich.createSession({ sessionCreateDto }, caller);
      assert.equal(Date.parse(kiosk.expiresAt!) - Date.parse(kiosk.createdAt), 3_600_000);
      const sessions = await immich.getSessions(caller);
      assert.deepEqual(sessions.map(({ current, deviceType }) => [current, deviceType === 'Kiosk']).sort(), [
        [false, true],
        [true, false],
      ]);
      const reset = await immich.updateSession({ id: kiosk.id, sessionUpdateDto: { isPendingSyncReset: true } }, caller);
      assert.equal(reset.isPendingSyncReset, true);
      await immich.lockSession({ id: kiosk.id }, caller);
      await immich.getMyUser(session(kiosk.token));
      await immich.deleteSession({ id: kiosk.id }, caller);
      await refuses(immich.getMyUser(session(kiosk.token)), 401);
      await immich.createSession({ sessionCreateDto }, caller);
      await immich.deleteAllSessions(caller);
      assert.equal((await immich.getSessions(caller)).length, 1);
    });

    test('end with the one that made them', async () => {
      const { email } = await newUser();
      const phone = await logIn(email);
      const { token } = await immich.createSession({ sessionCreateDto: {} }, phone);
      await immich.logout(phone);
      await refuses(immich.getMyUser(session(token)), 401);
    });

    test('are nobody else’s business', async () => {
      const { caller } = await newUser();
      const { id } = (await immich.getSessions(ada.withSession))[0]!;
      await refuses(immich.deleteSession({ id }, caller), 400, /^Not found or no authDevice\.delete access$/);
      await refuses(immich.updateSession({ id, sessionUpdateDto: { isPendingSyncReset: true } }, caller), 400);
      await refuses(immich.lockSession({ id }, caller), 400);
      await refuses(immich.getSessions(nobody(server)), 401);
      await refuses(immich.createSession({ sessionCreateDto: {} }, ada.withKey), 400, /session/);
      const { errors } = await refuses(immich.createSession({ sessionCreateDto: { duration: 0 } }, caller), 400);
      assert.deepEqual(errors?.[0]?.path, ['duration']);
    });
  });

  suite('the PIN code', () => {
    test('opens the locked folder for a while', async () => {
      const { caller } = await newUser();
      const locked = () => immich.getAssetStatistics({ visibility: AssetVisibility.Locked }, caller);
      await refuses(locked(), 401);
      await immich.setupPinCode({ pinCodeSetupDto: { pinCode: '123456' } }, caller);
      await refuses(immich.setupPinCode({ pinCodeSetupDto: { pinCode: '123456' } }, caller), 400);
      await refuses(immich.unlockAuthSession({ sessionUnlockDto: { pinCode: '000000' } }, caller), 400, /^Wrong PIN code$/);
      await immich.unlockAuthSession({ sessionUnlockDto: { pinCode: '123456' } }, caller);
      const status = await immich.getAuthStatus(caller);
      assert.deepEqual([status.pinCode, status.password, status.isElevated], [true, true, true]);
      const minutes = (Date.parse(status.pinExpiresAt!) - Date.now()) / 60_000;
      assert.ok(minutes > 14 && minutes <= 15, `${minutes} minutes`);
      assert.equal((await locked()).total, 0);
      await immich.lockAuthSession(caller);
      assert.equal((await immich.getAuthStatus(caller)).isElevated, false);
      await immich.changePinCode({ pinCodeChangeDto: { pinCode: '123456', newPinCode: '654321' } }, caller);
      await refuses(immich.resetPinCode({ pinCodeResetDto: { pinCode: '123456' } }, caller), 400);
      await immich.resetPinCode({ pinCodeResetDto: { password } }, caller);
      assert.equal((await immich.getAuthStatus(caller)).pinCode, false);
    });

    test('has six digits', async () => {
      const { errors } = await refuses(immich.setupPinCode({ pinCodeSetupDto: { pinCode: '1234' } }, ada.withKey), 400);
      assert.deepEqual(errors?.[0]?.path, ['pinCode']);
      await refuses(immich.unlockAuthSession({ sessionUnlockDto: { pinCode: '123456' } }, ada.withKey), 400, /session/);
    });
  });

  suite('passwords', () => {
    test('are changed by who knows the old one', async () => {
      const { email, caller } = await newUser();
      const change = (old: string, newPassword: string) =>
        immich.changePassword({ changePasswordDto: { password: old, newPassword, invalidateSessions: true } }, caller);
      await refuses(change('wrong', 'another password'), 400, /^Wrong password$/);
      const { errors } = await refuses(change(password, 'short'), 400);
      assert.deepEqual(errors?.[0]?.path, ['newPassword']);
      const other = await logIn(email);
      assert.equal((await change(password, 'another password')).shouldChangePassword, false);
      await refuses(immich.getMyUser(other), 401);
      await immich.getMyUser(caller);
      await logIn(email, 'another password');
    });

    test('are not guessed for long', async () => {
      const guess = () =>
        immich.login({ loginCredentialDto: { email: 'nobody@example.com', password: 'guess' } }, nobody(server));
      for (let i = 0; i < 10; i++) {
        await refuses(guess(), 401, /^Incorrect email or password$/);
      }
      await refuses(guess(), 429, /Try again in \d+ seconds/);
    });
  });

  suite('API keys', () => {
    const create = (permissions: Permission[], caller: Caller) =>
      immich.createApiKey({ apiKeyCreateDto: { name: 'key', permissions } }, caller);

    test('change, rotate and go', async () => {
      const { id, secret } = await create([Permission.UserRead], ada.withKey);
      const apiKeyUpdateDto = { name: 'frame', permissions: [Permission.UserRead, Permission.AssetRead] };
      assert.equal((await immich.updateApiKey({ id, apiKeyUpdateDto }, ada.withKey)).name, 'frame');
      const rotated = await immich.rotateApiKey({ id }, ada.withKey);
      assert.equal(rotated.apiKey.id, id);
      await refuses(immich.getMyUser(withKey(server, secret)), 401);
      await immich.getMyUser(withKey(server, rotated.secret));
      assert.ok((await immich.getApiKeys(ada.withKey)).some((key) => key.id === id));
      await immich.deleteApiKey({ id }, ada.withKey);
      await refuses(immich.getApiKey({ id }, ada.withKey), 400);
    });

    test('reach no further than their maker', async () => {
      const strong = await create([Permission.All], ada.withKey);
      const weak = await create([Permission.ApiKeyCreate, Permission.ApiKeyUpdate, Permission.ApiKeyRotate], ada.withKey);
      const caller = withKey(server, weak.secret);
      await refuses(create([Permission.All], caller), 400, /permissions/);
      await refuses(immich.updateApiKey({ id: weak.id, apiKeyUpdateDto: { permissions: [Permission.All] } }, caller), 400);
      await refuses(immich.rotateApiKey({ id: strong.id }, caller), 400);
      await refuses(immich.getApiKeys(caller), 403, /^Missing required permission: apiKey\.read$/);
      const { caller: bea } = await newUser();
      await refuses(immich.rotateApiKey({ id: strong.id }, bea), 400, /^Not found or no apiKey\.rotate access$/);
      const { errors } = await refuses(create([], ada.withKey), 400, /^Validation failed$/);
      assert.deepEqual(errors?.[0]?.path, ['permissions']);
    });
  });

  suite('oneself', () => {
    test('name, colour and e-mail', async () => {
      const { caller } = await newUser();
      const email = `${randomUUID()}@bücher.example`;
      const me = await immich.updateMyUser(
        { userUpdateMeDto: { name: 'Beatrice', email, avatarColor: UserAvatarColor.Amber } },
        caller,
      );
      assert.deepEqual([me.name, me.email, me.avatarColor], ['Beatrice', email, UserAvatarColor.Amber]);
      await refuses(immich.updateMyUser({ userUpdateMeDto: { email: ada.email } }, caller), 400, /taken/);
      const { errors } = await refuses(immich.updateMyUser({ userUpdateMeDto: { email: 'nonsense' } }, caller), 400);
      assert.deepEqual(errors?.[0]?.path, ['email']);
    });

    test('preferences', async () => {
      const { caller } = await newUser();
      const userPreferencesUpdateDto = { memories: { duration: 9 }, albums: { defaultAssetOrder: AssetOrder.Asc } };
      await immich.updateMyPreferences({ userPreferencesUpdateDto }, caller);
      const preferences = await immich.getMyPreferences(caller);
      assert.deepEqual([preferences.memories.duration, preferences.memories.enabled], [9, true]);
      assert.equal(preferences.albums.defaultAssetOrder, AssetOrder.Asc);
      const { errors } = await refuses(
        immich.updateMyPreferences({ userPreferencesUpdateDto: { people: { minimumFaces: 0 } } }, caller),
        400,
      );
      assert.deepEqual(errors?.[0]?.path, ['people', 'minimumFaces']);
    });

    test('onboarding and licence', async () => {
      const { caller } = await newUser();
      await immich.setUserOnboarding({ onboardingDto: { isOnboarded: true } }, caller);
      assert.equal((await immich.getUserOnboarding(caller)).isOnboarded, true);
      await immich.deleteUserOnboarding(caller);
      assert.equal((await immich.getUserOnboarding(caller)).isOnboarded, false);
      await refuses(immich.getUserLicense(caller), 404);
      const licenseKeyDto = { licenseKey: `IMCL${'-AB12'.repeat(8)}`, activationKey: 'key' };
      await immich.setUserLicense({ licenseKeyDto }, caller);
      assert.equal((await immich.getMyUser(caller)).license?.licenseKey, licenseKeyDto.licenseKey);
      await immich.getUserLicense(caller);
      await immich.deleteUserLicense(caller);
    });

    test('a profile image', async () => {
      const { id, caller } = await newUser();
      await refuses(immich.getProfileImage({ id }, ada.withKey), 404);
      const [photo] = filesBelow(generatePhotos(1, { seed: 5 }));
      const file = new File([readFileSync(photo!)], 'me.jpg');
      const { userId } = await immich.createProfileImage({ createProfileImageDto: { file } }, caller);
      assert.equal(userId, id);
      assert.ok((await immich.getProfileImage({ id }, ada.withKey)).size > 100);
      assert.ok((await immich.getUser({ id }, ada.withKey)).profileImagePath);
      await immich.deleteProfileImage(caller);
      await refuses(immich.getProfileImage({ id }, caller), 404);
      const nothing = new File(['not a picture'], 'me.jpg');
      await refuses(immich.createProfileImage({ createProfileImageDto: { file: nothing } }, caller), 400);
    });
  });

  suite('the others', () => {
    test('are seen by everybody, and administered by admins only', async () => {
      const { id, caller } = await newUser();
      assert.ok((await immich.searchUsers(caller)).some((user) => user.id === ada.userId));
      await immich.getUser({ id: ada.userId }, caller);
      await refuses(immich.getUser({ id: randomUUID() }, caller), 400);
      await refuses(immich.searchUsersAdmin({}, caller), 403);
      await refuses(immich.getUserAdmin({ id }, caller), 403);
      await refuses(immich.updateUserAdmin({ id, userAdminUpdateDto: { isAdmin: true } }, caller), 403);
      await refuses(immich.getServerStatistics(caller), 403);
      await refuses(immich.searchUsersAdmin({}, nobody(server)), 401);
    });

    test('are made, changed, looked after', async () => {
      const { id } = await newUser();
      const userAdminUpdateDto = { quotaSizeInBytes: 1000, storageLabel: 'bea', shouldChangePassword: false };
      const changed = await immich.updateUserAdmin({ id, userAdminUpdateDto }, ada.withKey);
      assert.deepEqual([changed.quotaSizeInBytes, changed.storageLabel], [1000, 'bea']);
      assert.equal((await immich.getUserAdmin({ id }, ada.withKey)).id, id);
      assert.equal((await immich.getUserSessionsAdmin({ id }, ada.withKey)).length, 1);
      assert.equal((await immich.getUserStatisticsAdmin({ id }, ada.withKey)).total, 0);
      const userPreferencesUpdateDto = { tags: { enabled: true } };
      await immich.updateUserPreferencesAdmin({ id, userPreferencesUpdateDto }, ada.withKey);
      assert.equal((await immich.getUserPreferencesAdmin({ id }, ada.withKey)).tags.enabled, true);
      await refuses(immich.updateUserAdmin({ id, userAdminUpdateDto: { storageLabel: '../up' } }, ada.withKey), 400);
    });

    test('are deleted, restored, and removed with their photos', async () => {
      const { id, email, caller } = await newUser();
      const [photo] = filesBelow(generatePhotos(1, { seed: 6 }));
      await uploadFile(caller, photo!);
      const { usageByUser } = await immich.getServerStatistics(ada.withKey);
      assert.ok(usageByUser.find(({ userId }) => userId === id)!.usage > 0);
      const deleted = await immich.deleteUserAdmin({ id, userAdminDeleteDto: {} }, ada.withKey);
      assert.equal(deleted.status, UserStatus.Deleted);
      await refuses(immich.getMyUser(caller), 401);
      await refuses(logIn(email), 401);
      assert.equal((await immich.restoreUserAdmin({ id }, ada.withKey)).status, UserStatus.Active);
      await logIn(email);
      await immich.deleteUserAdmin({ id, userAdminDeleteDto: { force: true } }, ada.withKey);
      await until('the user is gone', async () => {
        const users = await immich.searchUsersAdmin({ id, withDeleted: true }, ada.withKey);
        return users.length === 0;
      });
    });

    test('never lose their last admin', async () => {
      const { userId: id } = ada;
      await refuses(immich.updateUserAdmin({ id, userAdminUpdateDto: { isAdmin: false } }, ada.withKey), 400, /last one/);
      await refuses(immich.deleteUserAdmin({ id, userAdminDeleteDto: {} }, ada.withKey), 400, /last one/);
    });
  });

  test('the server remembers whether its admin was shown around', async () => {
    await immich.updateAdminOnboarding({ adminOnboardingUpdateDto: { isOnboarded: false } }, ada.withKey);
    assert.equal((await immich.getAdminOnboarding(ada.withKey)).isOnboarded, false);
    assert.equal((await immich.getServerConfig(nobody(server))).isOnboarded, false);
    await immich.updateAdminOnboarding({ adminOnboardingUpdateDto: { isOnboarded: true } }, ada.withKey);
    const { passwordLogin } = await immich.getPublicConfig(nobody(server));
    assert.equal(passwordLogin.enabled, true);
    await immich.getPublicConfigDefaults(nobody(server));
  });
});
