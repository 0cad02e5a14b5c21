import type { Caller } from './account.ts';
import { type Operation, operations } from './declarations.ts';
import { type Answered, ask, operation } from './request.ts';

/**
 * Whether the server has an operation at all. Nobody asks without a credential and without a body, so that nothing is
 * done: what does not exist says 404 "Cannot GET /api/...", before it asks who calls.
 *
 * An operation like PUT /assets/copy hides behind PUT /assets/{id}, which takes "copy" for an id. There `caller` asks
 * again: the sibling complains of its parameter.
 */
export async function isBuilt(caller: Caller, name: string): Promise<boolean> {
  const asked = operation(name);
  if (isUnknown(await ask({ baseUrl: caller.baseUrl }, name))) {
    return false;
  }
  const parameters = siblingParameters(asked);
  if (!parameters.length) {
    return true;
  }
  const body = asked.method === 'GET' ? undefined : {};
  const { json } = await ask(caller, name, { body });
  const errors = (json as { errors?: { path: unknown[] }[] } | undefined)?.errors ?? [];
  return !errors.some(({ path }) => parameters.includes(String(path[0])));
}

/** The operations that the server has, by name. */
export async function builtOperations(caller: Caller): Promise<Set<string>> {
  const built = new Set<string>();
  for (const name of operations.keys()) {
    if (await isBuilt(caller, name)) {
      built.add(name);
    }
  }
  return built;
}

function isUnknown({ status, json }: Answered): boolean {
  return status === 404 && /^Cannot [A-Z]+ \//.test(String((json as { message?: unknown } | undefined)?.message));
}

/** The parameters by which other paths of the same method could take a fixed part of this one for a value. */
function siblingParameters({ method, path }: Operation): string[] {
  const parts = path.split('/');
  return [...operations.values()].flatMap((other) => {
    const theirs = other.path.split('/');
    const mayBe = (method === 'PUT' && other.method === 'PATCH') || other.method === method;
    if (!mayBe || theirs.length !== parts.length || other.path === path) {
      return [];
    }
    const taken = theirs.filter((part, index) => part.startsWith('{') && !parts[index]!.startsWith('{'));
    const fits = theirs.every((part, index) => part.startsWith('{') || part === parts[index]);
    return fits ? taken.map((part) => part.slice(1, -1)) : [];
  });
}
