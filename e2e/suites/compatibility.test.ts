import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Account, signUp } from '../harness/account.ts';
import { builtOperations } from '../harness/built.ts';
import { disagreeing, readRows } from '../harness/compatibility.ts';
import { operations } from '../harness/declarations.ts';
import { Heirloom } from '../harness/heirloom.ts';
import { ask } from '../harness/request.ts';

/** docs/immich-compatibility.md cannot go stale. To correct it: npm run compatibility -- --write */
suite('the compatibility page', () => {
  let server: Heirloom;
  let ada: Account;

  before(async () => {
    server = await Heirloom.start();
    ada = await signUp(server);
  });
  after(() => server?.stop());

  test('names every operation of the SDK, with its request', () => {
    const said = readRows().map(({ operation, request }) => `${operation}: ${request}`);
    const declared = [...operations.values()].map(({ name, method, path }) => `${name}: ${method} ${path}`);
    assert.deepEqual(said.toSorted(), declared.toSorted());
  });

  test('knows three states, and says how what is partial falls short', () => {
    for (const { operation, state, how } of readRows()) {
      assert.ok(['full', 'partial', 'absent'].includes(state), `${operation}: ${state}`);
      assert.ok(state !== 'partial' || how, `${operation} is partial: how?`);
      assert.ok(state !== 'absent' || !how, `${operation} is absent: there is nothing to say`);
    }
  });

  test('agrees with the server', async () => {
    const built = await builtOperations(ada.withKey);
    assert.ok(built.size > 30, 'the server was asked');
    const wrong = disagreeing(built).map(({ operation, state }) => `${operation} is ${state}?`);
    assert.deepEqual(wrong, [], 'npm run compatibility -- --write corrects the states');
  });

  test('what is absent answers 404 in the shape of an error', async () => {
    for (const { operation } of readRows().filter(({ state }) => state === 'absent')) {
      const { status, json, headers } = await ask(ada.withKey, operation, { body: bodyOf(operation) });
      if (status !== 400) {
        assert.equal(status, 404, operation);
        assert.match((json as { message: string }).message, /^Cannot [A-Z]+ \/api\//, operation);
      }
      assert.match(headers.get('content-type') ?? '', /^application\/json/, operation);
    }
  });

  /** Where another operation takes this path for one of its own, it must not find what it could do. */
  const bodyOf = (name: string) => (operations.get(name)!.method === 'GET' ? undefined : {});
});
