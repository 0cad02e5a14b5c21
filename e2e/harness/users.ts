import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { login } from '@immich/sdk';
import { type Account, type Caller, nobody } from './account.ts';
import type { Heirloom } from './heirloom.ts';

export interface Guest {
  userId: string;
  withSession: Caller;
}

/** A user besides the admin, with the admin's password, written where the server keeps its users. */
export async function addUser(server: Heirloom, admin: Account, name: string): Promise<Guest> {
  const email = `${name.toLowerCase()}@example.com`;
  const database = new DatabaseSync(join(server.data, 'heirloom.db'));
  database
    .prepare(
      `insert into app_user (id, email, name, is_admin, should_change_password, password_hash, created_at, updated_at, change_id)
       select ?, ?, ?, false, false, password_hash, created_at, updated_at, change_id from app_user where email = ?`,
    )
    .run(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), email, name, admin.email);
  database.close();
  const { accessToken, userId } = await login(
    { loginCredentialDto: { email, password: admin.password } },
    nobody(server),
  );
  return { userId, withSession: { baseUrl: server.api, headers: { authorization: `Bearer ${accessToken}` } } };
}
