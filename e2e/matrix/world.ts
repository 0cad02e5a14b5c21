import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AlbumUserRole, Permission, SharedLinkType } from '@immich/sdk';
import { type Account, type Caller, signUp, withKey } from '../harness/account.ts';
import { builtOperations } from '../harness/built.ts';
import { temporaryFolder } from '../harness/folders.ts';
import type { Heirloom } from '../harness/heirloom.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { type Question, ask } from '../harness/request.ts';
import { successOf } from '../harness/sdk.ts';
import { jobsDone } from '../harness/uploads.ts';
import { type Audience, Secrets } from './secrets.ts';
import type { RoleName } from './role.ts';

export interface User {
  id: string;
  email: string;
  session: Caller;
}

export const PASSWORD = 'correct horse';
const PIN = '123456';

/** What stands in the world from the start. */
type Thing =
  | 'shared' | 'private' | 'trashed' | 'album' | 'tag' | 'stack' | 'person' | 'face' | 'duplicates' | 'library'
  | 'session' | 'key' | 'link';

/** An owner with one of everything, and those who try to reach it: made once, through the API. */
export class World {
  readonly server: Heirloom;
  readonly admin: Account;
  readonly built: Set<string>;
  readonly secrets = new Secrets();
  readonly pin = PIN;
  #owner!: User;
  #ownerKey!: Caller;
  readonly #users = new Map<RoleName, User>();
  readonly #links = new Map<RoleName, Caller>();
  readonly #keys = new Map<string, Caller>();
  readonly #things = new Map<Thing, string>();
  readonly #photo: Uint8Array<ArrayBuffer>;
  #number = 0;

  private constructor(server: Heirloom, admin: Account, built: Set<string>) {
    this.server = server;
    this.admin = admin;
    this.built = built;
    this.#photo = new Uint8Array(readFileSync(filesBelow(generatePhotos(1, { sizeInBytes: 5_000 }))[0]!));
  }

  static async make(server: Heirloom): Promise<World> {
    const admin = await signUp(server);
    const world = new World(server, admin, await builtOperations(admin.withKey));
    await world.#fill();
    return world;
  }

  /** A user like any other, whose things all are. */
  get owner(): User {
    return this.#owner;
  }

  /** The owner's API key that may do everything, which outlives every session. */
  get ownerKey(): Caller {
    return this.#ownerKey;
  }

  readonly thing = (name: Thing): string => {
    const id = this.#things.get(name);
    assert.ok(id, `there is no ${name} yet`);
    return id;
  };

  readonly user = (role: RoleName): User => {
    const user = this.#users.get(role);
    assert.ok(user, `${role} is no user`);
    return user;
  };

  /** The assets that the world began with. */
  get assets(): string[] {
    return (['shared', 'private', 'trashed'] as const).map(this.thing);
  }

  /** Who asks in this role; `permission` is what the two kinds of API keys differ by. */
  async caller(role: RoleName, permission: string | undefined, ofAdmin: boolean): Promise<Caller> {
    switch (role) {
      case 'anonymous':
        return { baseUrl: this.server.api };
      case 'key with':
      case 'key without':
        return this.#key(permission, role === 'key with', ofAdmin);
      case 'album link':
      case 'closed link':
        return this.#links.get(role)!;
      default:
        return this.user(role).session;
    }
  }

  /** Does something that must succeed, as the owner unless said otherwise, and gives the answer. */
  async make<T = { id: string }>(operation: string, question: Question, caller: Caller = this.ownerKey): Promise<T> {
    const answer = await ask(caller, operation, question);
    assert.ok(successOf(operation).includes(answer.status), `${operation}: ${answer.status} ${answer.text}`);
    return answer.json as T;
  }

  async logIn(user: User): Promise<Caller> {
    const body = { email: user.email, password: PASSWORD };
    const { accessToken } = await this.make<{ accessToken: string }>('login', { body }, { baseUrl: this.server.api });
    return { baseUrl: this.server.api, headers: { authorization: `Bearer ${accessToken}` } };
  }

  /** Sessions that ended are replaced. */
  async renewSessions(): Promise<void> {
    for (const user of this.#users.values()) {
      const { status } = await ask(user.session, 'validateAccessToken');
      if (status === 401) {
        user.session = await this.logIn(user);
      }
    }
  }

  /** A name that nothing else has. */
  readonly unique = (what: string): string => `${what}-${String(++this.#number).padStart(4, '0')}`;

  /** Such a name for a thing of the owner's. */
  readonly name = (what: string, audience: Audience = 'nobody'): string =>
    this.secrets.add(`the name of a ${what}`, `hush-${this.unique(what)}`, audience);

  form(name = this.name('photo')): FormData {
    const form = new FormData();
    form.set('assetData', new Blob([this.#photo, randomBytes(16)]), `${name}.jpg`);
    form.set('fileCreatedAt', '2024-05-01T10:00:00.000Z');
    form.set('fileModifiedAt', '2024-05-01T10:00:00.000Z');
    return form;
  }

  readonly picture = (): FormData => {
    const form = new FormData();
    form.set('file', new Blob([this.#photo], { type: 'image/jpeg' }), 'me.jpg');
    return form;
  };

  /** The caller's user has the PIN code afterwards; `forgetPin` takes it away. Either may be so already. */
  async setPin(caller: Caller): Promise<void> {
    await ask(this.#sessionOf(caller), 'setupPinCode', { body: { pinCode: PIN } });
  }

  async forgetPin(caller: Caller): Promise<void> {
    await ask(this.#sessionOf(caller), 'resetPinCode', { body: { password: PASSWORD } });
  }

  #sessionOf(caller: Caller): Caller {
    return caller.headers?.authorization ? caller : this.owner.session;
  }

  /** A further thing of the owner's, for a question that uses it up. */
  readonly a = {
    asset: async () => this.#secretId('asset', await this.make('uploadAsset', { form: this.form() })),
    sharedAsset: async () => {
      const id = await this.#sharedAsset();
      await this.make('addAssetsToAlbum', { path: { id: this.thing('album') }, body: { ids: [id] } });
      return id;
    },
    album: async () => {
      const albumUsers = [
        { userId: this.user('viewer').id, role: AlbumUserRole.Viewer },
        { userId: this.user('editor').id, role: AlbumUserRole.Editor },
      ];
      const body = { albumName: this.name('album', 'album'), albumUsers, assetIds: [this.thing('shared')] };
      return this.#secretId('album', await this.make('createAlbum', { body }), 'album');
    },
    tag: async () => this.#secretId('tag', await this.make('createTag', { body: { name: this.name('tag') } })),
    taggedTag: async () => {
      const id = await this.a.tag();
      await this.make('tagAssets', { path: { id }, body: { ids: [this.thing('private')] } });
      return id;
    },
    stack: async () => {
      const assetIds = [await this.a.asset(), await this.a.asset(), await this.a.asset()];
      return { assetIds, id: this.#secretId('stack', await this.make('createStack', { body: { assetIds } })) };
    },
    person: async () => this.#secretId('person', await this.make('createPerson', { body: { name: this.name('person') } })),
    face: async (personId?: string, assetId = this.thing('private')) => {
      const box = { x: 10, y: 10, width: 100, height: 100, imageWidth: 640, imageHeight: 480 };
      const person = personId ?? (await this.a.person());
      await this.make('createFace', { body: { assetId, personId: person, ...box } });
      const faces = await this.make<{ id: string; person?: { id: string } }[]>('getFaces', { query: { id: assetId } });
      return this.#secretId('face', faces.find((face) => face.person?.id === person)!);
    },
    duplicates: async () => {
      const ids = [await this.a.asset(), await this.a.asset()];
      const duplicateId = randomUUID();
      await this.make('updateAssets', { body: { ids, duplicateId } });
      return { ids, duplicateId: this.secrets.add('a duplicate group', duplicateId) };
    },
    link: async (more: object = {}) => {
      const body = { type: SharedLinkType.Album, albumId: this.thing('album'), ...more };
      return this.#secretId('link', await this.make<{ id: string; key: string }>('createSharedLink', { body }), 'links');
    },
    individualLink: async () => {
      const body = { type: SharedLinkType.Individual, assetIds: [this.thing('private')] };
      return this.#secretId('link', await this.make('createSharedLink', { body }));
    },
    library: async () => {
      const body = { ownerId: this.owner.id, name: this.name('library', 'admins'), importPaths: [temporaryFolder('import')] };
      return this.#secretId('library', await this.make('createLibrary', { body }, this.admin.withKey), 'admins');
    },
    session: async () => {
      const before = await this.#sessions();
      await this.logIn(this.owner);
      const [made] = (await this.#sessions()).filter((id) => !before.includes(id));
      return this.secrets.add('a session', made!);
    },
    key: async () => {
      const body = { name: this.name('key'), permissions: [Permission.AssetRead] };
      const { apiKey } = await this.make<{ apiKey: { id: string } }>('createApiKey', { body });
      return this.#secretId('API key', apiKey);
    },
    user: async () => (await this.#newUser(this.unique('user'))).id,
  };

  #secretId(what: string, { id }: { id: string }, audience?: Audience): string {
    return this.secrets.add(`the id of a ${what}`, id, audience);
  }

  /** An asset that is about to be in the album. */
  async #sharedAsset(): Promise<string> {
    const form = this.form(this.name('shared-photo', 'album'));
    return this.#secretId('shared asset', await this.make('uploadAsset', { form }), 'album');
  }

  async #sessions(): Promise<string[]> {
    return (await this.make<{ id: string }[]>('getSessions', {})).map(({ id }) => id);
  }

  async #fill(): Promise<void> {
    for (const role of ['owner', 'other', 'viewer', 'editor'] as const) {
      this.#users.set(role, await this.#newUser(role));
    }
    this.#users.set('admin', { id: this.admin.userId, email: this.admin.email, session: this.admin.withSession });
    this.#owner = this.user('owner');
    this.#ownerKey = await this.#key(Permission.All, true, false);
    this.secrets.add("the owner's id", this.owner.id, 'users');
    this.secrets.add("the owner's address", this.owner.email, 'users');
    for (const [thing, make] of Object.entries(this.#makers())) {
      this.#things.set(thing as Thing, await make());
    }
    await jobsDone(this.admin.withKey);
    // What is made later stays as it was made, so that two looks at the owner's state differ only by what was asked.
    await this.make('runQueueCommandLegacy', { path: { name: 'metadataExtraction' }, body: { command: 'pause' } }, this.admin.withKey);
  }

  /** In the order in which one needs the other. */
  #makers(): Record<Thing, () => Promise<string>> {
    return {
      shared: () => this.#sharedAsset(),
      private: this.a.asset,
      trashed: async () => {
        const id = await this.a.asset();
        await this.make('deleteAssets', { body: { ids: [id], force: false } });
        return id;
      },
      album: this.a.album,
      tag: this.a.taggedTag,
      stack: async () => (await this.a.stack()).id,
      person: async () => {
        const id = await this.a.person();
        await this.a.face(id, this.thing('shared'));
        return id;
      },
      face: () => this.a.face(),
      duplicates: async () => (await this.a.duplicates()).duplicateId,
      library: this.a.library,
      session: this.a.session,
      key: this.a.key,
      link: async () => {
        for (const [role, allowDownload] of [['album link', true], ['closed link', false]] as const) {
          const body = { type: SharedLinkType.Album, albumId: this.thing('album'), allowDownload, showMetadata: true };
          const { id, key } = await this.make<{ id: string; key: string }>('createSharedLink', { body });
          this.secrets.add('the id of a link', id, 'links');
          this.secrets.add('the key of a link', key, 'links');
          this.#links.set(role, { baseUrl: this.server.api, headers: { 'x-immich-share-key': key } });
        }
        return this.a.individualLink();
      },
    };
  }

  async #newUser(name: string): Promise<User> {
    const email = `${name}@example.com`;
    const body = { email, password: PASSWORD, name };
    const { id } = await this.make('createUserAdmin', { body }, this.admin.withKey);
    const user = { id, email, session: { baseUrl: this.server.api } };
    return { ...user, session: await this.logIn(user) };
  }

  /** A key with this permission alone, or with all others: made when first asked for. */
  async #key(permission: string | undefined, isWith: boolean, ofAdmin: boolean): Promise<Caller> {
    const others = Object.values(Permission).filter((one) => one !== Permission.All && one !== permission);
    const permissions = isWith && permission ? [permission] : others;
    const name = `${isWith} ${permission} ${ofAdmin}`;
    const known = this.#keys.get(name);
    if (known) {
      return known;
    }
    const maker = ofAdmin ? this.admin.withKey : this.#ownerKey ?? this.owner.session;
    const { secret } = await this.make<{ secret: string }>('createApiKey', { body: { name, permissions } }, maker);
    const caller = withKey(this.server, secret);
    this.#keys.set(name, caller);
    return caller;
  }
}
