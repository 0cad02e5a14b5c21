import type { Caller } from '../harness/account.ts';
import { type Answered, type Question, ask, operation } from '../harness/request.ts';
import { faultsOf } from '../harness/wire.ts';
import { type Line, operationOf } from './line.ts';
import type { RoleName } from './role.ts';
import { expected, patched } from './rules.ts';
import type { World } from './world.ts';

/** What is wrong with the answers to a question that the role must be refused, by every method that asks it. */
export async function faultsOfRefusal(world: World, line: Line, role: RoleName, question: Question, caller: Caller): Promise<string[]> {
  const faults: string[] = [];
  for (const method of methodsOf(line)) {
    const answer = await ask(caller, operationOf(line), question, method);
    const { message, error, statusCode, errors, ...more } = (answer.json ?? {}) as Record<string, unknown>;
    if (answer.status >= 300 && (typeof message !== 'string' || Object.keys(more).length)) {
      faults.push(`not in the shape of an error: ${answer.text}`);
    }
    faults.push(...faultsOfStatus(line, role, answer), ...leaks(world, answer, 'refused', question));
  }
  return faults.map((fault) => `${role}: ${fault}`);
}

/** What is wrong with the answer to a question that the role may ask. */
export async function faultsOfTaking(world: World, line: Line, role: RoleName, question: Question, caller: Caller): Promise<string[]> {
  const answer = await ask(caller, operationOf(line), question);
  const hasShape = answer.status < 300 && answer.json !== undefined;
  const faults = [
    ...faultsOfStatus(line, role, answer),
    ...(hasShape ? faultsOf(operationOf(line), answer.json) : []),
    ...leaks(world, answer, role, question),
  ];
  return faults.map((fault) => `${role}: ${fault}`);
}

function faultsOfStatus(line: Line, role: RoleName, { status, text }: Answered): string[] {
  const { statuses } = expected(line, role);
  return statuses.includes(status) ? [] : [`${status} instead of ${statuses.join(' or ')}: ${text.slice(0, 200)}`];
}

/** What stands in the question is no news to who asks it. */
function leaks(world: World, { text, headers }: Answered, to: RoleName | 'refused', question: Question): string[] {
  const asked = JSON.stringify(question);
  return world.secrets
    .toldBy(`${text}\n${JSON.stringify([...headers])}`, to)
    .filter(({ text }) => !asked.includes(text))
    .map(({ what, text }) => `learns ${what}, ${text}`);
}

function methodsOf(line: Line): string[] {
  const name = operationOf(line);
  return patched.has(name) ? [operation(name).method, 'PATCH'] : [operation(name).method];
}
