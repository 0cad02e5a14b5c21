import { request } from "./request.ts";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly quotaSizeInBytes: number | null;
  readonly quotaUsageInBytes: number | null;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export const signUpAdmin = (admin: Credentials & { name: string }) =>
  request<unknown>("auth/admin-sign-up", { method: "POST", body: admin });

/** The session comes back as cookies; the body repeats it for clients without any. */
export const logIn = (credentials: Credentials) =>
  request<unknown>("auth/login", { method: "POST", body: credentials });

export const logOut = () => request<unknown>("auth/logout", { method: "POST" });

export const getMyUser = () => request<User>("users/me");
