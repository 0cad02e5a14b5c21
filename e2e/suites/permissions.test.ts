import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Heirloom } from '../harness/heirloom.ts';
import { type Answered, type Question, ask, operation } from '../harness/request.ts';
import { faultsOf } from '../harness/wire.ts';
import { type Line, type RoleName, operationOf } from '../matrix/line.ts';
import { table } from '../matrix/lines/index.ts';
import { expected, patched } from '../matrix/rules.ts';
import { stateOf } from '../matrix/state.ts';
import { NotBuilt, World } from '../matrix/world.ts';

const roles: RoleName[] = [
  'anonymous', 'key without', 'closed link', 'album link', 'other', 'viewer', 'editor', 'admin', 'key with', 'owner',
];

/** Every operation with every role: who may, who may not, and that a refusal tells nothing and changes nothing. */
suite('permissions', () => {
  let server: Heirloom;
  let world: World;
  let present: RoleName[];
  const leftOut = new Map<string, Set<string>>();

  before(async () => {
    server = await Heirloom.start();
    world = await World.make(server);
    present = roles.filter((role) => world.has(role));
  });
  after(async () => {
    await server?.stop();
    if (present.length < roles.length) {
      console.log(`LEFT OUT, roles that cannot be made yet: ${roles.filter((role) => !present.includes(role)).join(', ')}`);
    }
    for (const [why, what] of leftOut) {
      console.log(`LEFT OUT, since ${why}: ${[...what].join(', ')}`);
    }
  });

  test('every operation that the server has is in the table', () => {
    const inTable = new Set(table.map(operationOf));
    assert.deepEqual([...world.built].filter((name) => !inTable.has(name)), []);
  });

  for (const line of table) {
    test(line.name, async () => {
      if (world.built.has(operationOf(line))) {
        await tryAll(line);
      } else {
        leaveOut(`${operationOf(line)} is not built`, line.name);
      }
    });
  }

  async function tryAll(line: Line): Promise<void> {
    const faults: string[] = [];
    const tried = present.filter((role) => !(world.ownerIsAdmin && line.access === 'admin' && role === 'owner'));
    await orLeaveOut(line.name, async () => {
      const question = await line.question(world, world.owner.session);
      await world.caller('key without', line.permission, line.access === 'admin');
      const before = await stateOf(world);
      for (const role of tried.filter((role) => !expected(line, role).taken)) {
        faults.push(...(await faultsOfRefusal(line, role, question)));
      }
      assert.deepEqual(await stateOf(world), before, 'what was refused changed something');
      for (const role of tried.filter((role) => expected(line, role).taken)) {
        faults.push(...(await faultsOfTaking(line, role)));
      }
      assert.deepEqual(faults, []);
    });
  }

  async function faultsOfRefusal(line: Line, role: RoleName, question: Question): Promise<string[]> {
    const faults: string[] = [];
    for (const method of methodsOf(line)) {
      const answer = await asRole(line, role, question, method);
      faults.push(...faultsOfStatus(line, role, answer));
      const { message, error, statusCode, errors, ...more } = (answer.json ?? {}) as Record<string, unknown>;
      if (answer.status >= 300 && (typeof message !== 'string' || Object.keys(more).length)) {
        faults.push(`${role}: not in the shape of an error: ${answer.text}`);
      }
      faults.push(...leaks(answer, role, 'refused', question));
    }
    return faults;
  }

  async function faultsOfTaking(line: Line, role: RoleName): Promise<string[]> {
    const caller = await world.caller(role, line.permission, line.access === 'admin');
    const question = await line.question(world, caller);
    const answer = await asRole(line, role, question, operation(operationOf(line)).method);
    if (line.endsSession) {
      await world.renewSessions();
    }
    const isTaken = answer.status < 300 && answer.json !== undefined;
    return [
      ...faultsOfStatus(line, role, answer),
      ...(isTaken ? faultsOf(operationOf(line), answer.json) : []).map((fault) => `${role}: ${fault}`),
      ...leaks(answer, role, role, question),
    ];
  }

  async function asRole(line: Line, role: RoleName, question: Question, method: string): Promise<Answered> {
    const caller = await world.caller(role, line.permission, line.access === 'admin');
    return ask(caller, operationOf(line), question, method);
  }

  function faultsOfStatus(line: Line, role: RoleName, { status, text }: Answered): string[] {
    const { statuses } = expected(line, role);
    return statuses.includes(status) ? [] : [`${role}: ${status} instead of ${statuses.join(' or ')}: ${text.slice(0, 200)}`];
  }

  /** What stands in the question is no news to who asks it. */
  function leaks({ text, headers }: Answered, role: RoleName, as: RoleName | 'refused', question: Question): string[] {
    const asked = JSON.stringify(question);
    const told = world.secrets.toldBy(`${text}\n${JSON.stringify([...headers])}`, as);
    return told.filter((secret) => !asked.includes(secret.split(' ').at(-1)!)).map((secret) => `${role} learns ${secret}`);
  }

  function methodsOf(line: Line): string[] {
    const name = operationOf(line);
    return patched.has(name) ? [operation(name).method, 'PATCH'] : [operation(name).method];
  }

  async function orLeaveOut(what: string, action: () => Promise<void>): Promise<void> {
    await action().catch((error: unknown) => {
      if (!(error instanceof NotBuilt)) {
        throw error;
      }
      leaveOut(error.message, what);
    });
  }

  function leaveOut(why: string, what: string): void {
    leftOut.set(why, (leftOut.get(why) ?? new Set()).add(what));
  }
});
