import { type Credentials, type User, getMyUser, logIn, logOut, signUpAdmin } from "../api/account.ts";
import { connection, isAbort } from "../api/request.ts";
import { getServerConfig } from "../api/server.ts";
import { Observable } from "../ui/observable.ts";

/** Who is at the page. */
export type Session =
  { readonly state: "starting" | "signed-out" | "first-start" } | { readonly state: "signed-in"; readonly user: User };

export const session = new Observable<Session>({ state: "starting" });

connection.subscribe((now) => {
  if (now === "unauthorized") session.set({ state: "signed-out" });
  if (now === "fine" && session.value.state === "starting") void start();
});

/** Asks the server whether it has an account at all, and whether this browser is signed in to one. */
export async function start(): Promise<void> {
  try {
    const { isInitialized } = await getServerConfig();
    if (!isInitialized) session.set({ state: "first-start" });
    else if (hasCookie()) await enter();
    else session.set({ state: "signed-out" });
  } catch (error) {
    if (!isAbort(error) && connection.value === "fine") throw error;
  }
}

export async function signUp(admin: Credentials & { name: string }): Promise<void> {
  await signUpAdmin(admin);
  await signIn(admin);
}

export async function signIn(credentials: Credentials): Promise<void> {
  await logIn(credentials);
  await enter();
}

/** Loads the page anew, so that nothing of this account is left behind. */
export async function signOut(): Promise<void> {
  await logOut();
  location.assign(document.baseURI);
}

let lastUserId: string | null = null;

/** When a session ends and somebody else logs in, nothing that was loaded for the first one may stay. */
async function enter(): Promise<void> {
  const user = await getMyUser();
  if (lastUserId !== null && lastUserId !== user.id) return location.reload();
  lastUserId = user.id;
  connection.set("fine");
  session.set({ state: "signed-in", user });
}

function hasCookie(): boolean {
  return /(^|;\s*)immich_is_authenticated=true/.test(document.cookie);
}
