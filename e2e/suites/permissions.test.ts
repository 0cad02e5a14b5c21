import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Heirloom } from '../harness/heirloom.ts';
import { type Line, type RoleName, operationOf } from '../matrix/line.ts';
import { table } from '../matrix/lines/index.ts';
import { expected } from '../matrix/rules.ts';
import { stateOf } from '../matrix/state.ts';
import { faultsOfRefusal, faultsOfTaking } from '../matrix/trial.ts';
import { NotBuilt, World } from '../matrix/world.ts';

const roles: RoleName[] = [
  'anonymous', 'key without', 'closed link', 'album link', 'other', 'viewer', 'editor', 'admin', 'key with', 'owner',
];

/** Every operation with every role: who may, who may not, and that a refusal tells nothing and changes nothing. */
suite('permissions', () => {
  let server: Heirloom;
  let world: World;
  let present: RoleName[];
  const leftOut = new Map<string, string[]>();

  before(async () => {
    server = await Heirloom.start();
    world = await World.make(server);
    present = roles.filter((role) => world.has(role));
  });
  after(async () => {
    await server?.stop();
    tellWhatIsLeftOut();
  });

  test('every operation that the server has is in the table', () => {
    const inTable = new Set(table.map(operationOf));
    assert.deepEqual([...world.built].filter((name) => !inTable.has(name)), []);
  });

  test('a refusal that is none is found', async () => {
    const line = table.find(({ name }) => name === 'updateAsset')!;
    const question = { path: { id: world.thing('private') }, body: { description: 'planted' } };
    const before = await stateOf(world);
    const faults = (await faultsOfRefusal(world, line, 'anonymous', question, world.ownerKey)).join('\n');
    assert.match(faults, /anonymous: 200 instead of 401/);
    assert.match(faults, /anonymous: learns the name of a photo, hush-photo/);
    assert.notDeepEqual(await stateOf(world), before);
  });

  for (const line of table) {
    test(line.name, async () => {
      if (world.built.has(operationOf(line))) {
        await tryAll(line).catch((error: unknown) => {
          if (!(error instanceof NotBuilt)) {
            throw error;
          }
          leaveOut(error.operation, line);
        });
      } else {
        leaveOut(operationOf(line), line);
      }
    });
  }

  async function tryAll(line: Line): Promise<void> {
    const tried = present.filter((role) => !(world.ownerIsAdmin && line.access === 'admin' && role === 'owner'));
    const faults: string[] = [];

    const question = await line.question(world, world.owner.session);
    const refused = tried.filter((role) => !expected(line, role).taken);
    const callers = new Map(await Promise.all(refused.map(async (role) => [role, await callerOf(line, role)] as const)));
    const before = await stateOf(world);
    for (const [role, caller] of callers) {
      faults.push(...(await faultsOfRefusal(world, line, role, question, caller)));
    }
    assert.deepEqual(await stateOf(world), before, 'what was refused changed something');

    for (const role of tried.filter((role) => expected(line, role).taken)) {
      const caller = await callerOf(line, role);
      faults.push(...(await faultsOfTaking(world, line, role, await line.question(world, caller), caller)));
      if (line.endsSession) {
        await world.renewSessions();
      }
    }
    assert.deepEqual(faults, []);
  }

  const callerOf = (line: Line, role: RoleName) => world.caller(role, line.permission, line.access === 'admin');

  function leaveOut(notBuilt: string, line: Line): void {
    leftOut.set(notBuilt, [...(leftOut.get(notBuilt) ?? []), line.name]);
  }

  function tellWhatIsLeftOut(): void {
    const missing = roles.filter((role) => !present?.includes(role));
    if (missing.length) {
      console.log(`LEFT OUT, since they cannot be made yet: the roles ${missing.join(', ')}`);
    }
    for (const [operation, names] of leftOut) {
      console.log(`LEFT OUT, since ${operation} is not built: ${names.join(', ')}`);
    }
  }
});
