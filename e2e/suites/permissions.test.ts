import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Heirloom } from '../harness/heirloom.ts';
import { type Line, operationOf } from '../matrix/line.ts';
import type { RoleName } from '../matrix/role.ts';
import { table } from '../matrix/lines/index.ts';
import { expected } from '../matrix/rules.ts';
import { stateOf } from '../matrix/state.ts';
import { faultsOfRefusal, faultsOfTaking } from '../matrix/trial.ts';
import { World } from '../matrix/world.ts';

const roles: RoleName[] = [
  'anonymous', 'key without', 'closed link', 'album link', 'other', 'viewer', 'editor', 'admin', 'key with', 'owner',
];

/** Every operation with every role: who may, who may not, and that a refusal tells nothing and changes nothing. */
suite('permissions', () => {
  let server: Heirloom;
  let world: World;

  before(async () => {
    server = await Heirloom.start();
    world = await World.make(server);
  });
  after(() => server?.stop());

  test('the table holds every operation that the server has, and no other', () => {
    assert.deepEqual([...new Set(table.map(operationOf))].toSorted(), [...world.built].toSorted());
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
    test(line.name, () => tryAll(line));
  }

  async function tryAll(line: Line): Promise<void> {
    const faults: string[] = [];

    const question = await line.question(world, world.owner.session);
    const refused = roles.filter((role) => !expected(line, role).taken);
    const callers = new Map(await Promise.all(refused.map(async (role) => [role, await callerOf(line, role)] as const)));
    const before = await stateOf(world);
    for (const [role, caller] of callers) {
      faults.push(...(await faultsOfRefusal(world, line, role, question, caller)));
    }
    assert.deepEqual(await stateOf(world), before, 'what was refused changed something');

    for (const role of roles.filter((role) => expected(line, role).taken)) {
      const caller = await callerOf(line, role);
      faults.push(...(await faultsOfTaking(world, line, role, await line.question(world, caller), caller)));
      if (line.endsSession) {
        await world.renewSessions();
      }
    }
    assert.deepEqual(faults, []);
  }

  const callerOf = (line: Line, role: RoleName) => world.caller(role, line.permission, line.access === 'admin');
});
