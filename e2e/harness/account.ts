import { Permission, createApiKey, login, signUpAdmin } from '@immich/sdk';
import type { Heirloom } from './heirloom.ts';

/** What every call of the SDK takes besides its arguments: where to, and as whom. */
export interface Caller {
  baseUrl: string;
  headers?: Record<string, string>;
}

export interface Account {
  email: string;
  password: string;
  userId: string;
  apiKey: string;
  withKey: Caller;
  withSession: Caller;
}

export const nobody = (server: Heirloom): Caller => ({ baseUrl: server.api });

export const withKey = (server: Heirloom, apiKey: string): Caller => ({
  baseUrl: server.api,
  headers: { 'x-api-key': apiKey },
});

/** Makes the first account, which is the admin, with an API key that may do everything. */
export async function signUp(server: Heirloom): Promise<Account> {
  const email = 'ada@example.com';
  const password = 'correct horse';
  const anonymous = nobody(server);
  await signUpAdmin({ signUpDto: { email, password, name: 'Ada' } }, anonymous);
  const { accessToken, userId } = await login({ loginCredentialDto: { email, password } }, anonymous);
  const withSession = { baseUrl: server.api, headers: { authorization: `Bearer ${accessToken}` } };
  const { secret } = await createApiKey(
    { apiKeyCreateDto: { name: 'tests', permissions: [Permission.All] } },
    withSession,
  );
  return { email, password, userId, apiKey: secret, withKey: withKey(server, secret), withSession };
}
