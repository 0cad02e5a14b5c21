import type { RoleName } from './role.ts';

/** Who may know a thing of the owner's, besides the owner. */
export type Audience = 'nobody' | 'album' | 'users' | 'admins' | 'links';

const knows: Record<RoleName, Audience[]> = {
  anonymous: [],
  owner: ['album', 'users', 'admins', 'links', 'nobody'],
  'key with': ['album', 'users', 'admins', 'links', 'nobody'],
  'key without': ['album', 'users', 'admins', 'links', 'nobody'],
  other: ['users'],
  viewer: ['users', 'album'],
  editor: ['users', 'album'],
  admin: ['users', 'admins'],
  'album link': ['album', 'users', 'links'],
  'closed link': ['album', 'users', 'links'],
};

/** The ids, names and file names of what the owner has, which must not show up in a stranger's answer. */
export class Secrets {
  readonly #texts = new Map<string, { what: string; audience: Audience }>();

  add(what: string, text: string, audience: Audience = 'nobody'): string {
    this.#texts.set(text, { what, audience });
    return text;
  }

  /** What an answer tells the role that the role may not know. A refusal may tell nobody anything. */
  toldBy(answer: string, role: RoleName | 'refused'): { what: string; text: string }[] {
    return [...this.#texts]
      .filter(([text, { audience }]) => (role === 'refused' || !knows[role].includes(audience)) && answer.includes(text))
      .map(([text, { what }]) => ({ what, text }));
  }
}
