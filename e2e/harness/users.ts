import { createUserAdmin, login } from '@immich/sdk';
import { type Account, type Caller, nobody } from './account.ts';
import type { Heirloom } from './heirloom.ts';

export interface Guest {
  userId: string;
  withSession: Caller;
}

/** A user besides the admin, with the admin's password. */
export async function addUser(server: Heirloom, admin: Account, name: string): Promise<Guest> {
  const email = `${name.toLowerCase()}@example.com`;
  const { password } = admin;
  await createUserAdmin({ userAdminCreateDto: { email, name, password, shouldChangePassword: false } }, admin.withKey);
  const { accessToken, userId } = await login({ loginCredentialDto: { email, password } }, nobody(server));
  return { userId, withSession: { baseUrl: server.api, headers: { authorization: `Bearer ${accessToken}` } } };
}
