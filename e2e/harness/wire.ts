import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Holds answers against the types that the official SDK declares: a required key may not be absent, null stands only
 * where it is allowed, an enum knows its words, a date has the one form that every client parses.
 */
type Type =
  | { kind: 'any' }
  | { kind: 'basic'; name: string }
  | { kind: 'literal'; value: unknown }
  | { kind: 'name'; name: string }
  | { kind: 'list'; of: Type }
  | { kind: 'union'; of: Type[] }
  | { kind: 'intersection'; of: Type[] }
  | { kind: 'object'; members: Map<string, { type: Type; optional: boolean }>; others?: Type };

const sdk = fileURLToPath(import.meta.resolve('@immich/sdk'));
const declarations = readFileSync(sdk.replace('index.js', 'fetch-client.d.ts'), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');

const types = new Map<string, Type>();
for (const [, name, text] of declarations.matchAll(/^export type (\w+) = ([^]*?);(?=\s*^export)/gm)) {
  types.set(name!, parse(text!));
}
for (const [, name, text] of declarations.matchAll(/^export declare enum (\w+) \{([^}]*)\}/gm)) {
  const words = [...text!.matchAll(/= ("[^"]*"|-?\d+)/g)].map(([, word]) => ({ kind: 'literal' as const, value: JSON.parse(word!) }));
  types.set(name!, { kind: 'union', of: words });
}

const results = new Map<string, Type>();
for (const [, name, text] of declarations.matchAll(/^export declare function (\w+)\([^]*?\): Promise<([^]*?)>;$/gm)) {
  results.set(name!, parse(text!));
}

/** The faults of what the SDK's function gave back, each as "path: what is wrong". */
export function faultsOf(operation: string, answer: unknown): string[] {
  const type = results.get(operation);
  if (!type) {
    throw new Error(`the SDK declares no ${operation}`);
  }
  const faults: string[] = [];
  check(type, answer, operation, faults);
  return faults;
}

/** The faults of a value that should be of one of the SDK's types. */
export function faultsOfType(name: string, value: unknown): string[] {
  const faults: string[] = [];
  check({ kind: 'name', name }, value, name, faults);
  return faults;
}

function check(type: Type, value: unknown, path: string, faults: string[]): void {
  switch (type.kind) {
    case 'any':
      return;
    case 'basic':
      return checkBasic(type.name, value, path, faults);
    case 'literal':
      if (value !== type.value) {
        faults.push(`${path}: ${show(value)} instead of ${show(type.value)}`);
      }
      return;
    case 'name': {
      const named = types.get(type.name);
      if (!named) {
        throw new Error(`the SDK declares no type ${type.name}`);
      }
      return check(named, value, path, faults);
    }
    case 'list':
      if (!Array.isArray(value)) {
        faults.push(`${path}: ${show(value)} instead of a list`);
        return;
      }
      return value.forEach((item, index) => check(type.of, item, `${path}[${index}]`, faults));
    case 'union': {
      const attempts = type.of.map((one) => {
        const found: string[] = [];
        check(one, value, path, found);
        return found;
      });
      if (attempts.every((found) => found.length)) {
        faults.push(...attempts.sort((a, b) => deepest(b) - deepest(a))[0]!);
      }
      return;
    }
    case 'intersection':
      return type.of.forEach((one) => check(one, value, path, faults));
    case 'object':
      return checkObject(type, value, path, faults);
  }
}

function checkObject(type: Type & { kind: 'object' }, value: unknown, path: string, faults: string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${path}: ${show(value)} instead of an object`);
    return;
  }
  const object = value as Record<string, unknown>;
  for (const [key, { type: member, optional }] of type.members) {
    if (object[key] !== undefined) {
      check(member, object[key], `${path}.${key}`, faults);
    } else if (!optional) {
      faults.push(`${path}.${key}: absent`);
    }
  }
  for (const [key, other] of Object.entries(object)) {
    if (type.others && !type.members.has(key)) {
      check(type.others, other, `${path}.${key}`, faults);
    }
  }
}

function checkBasic(name: string, value: unknown, path: string, faults: string[]): void {
  if (name === 'Blob' ? !(value instanceof Blob) : typeof value !== name) {
    faults.push(`${path}: ${show(value)} instead of a ${name}`);
  } else if (typeof value === 'string' && !hasDateForm(path, value)) {
    faults.push(`${path}: ${show(value)} is not in the form of a date`);
  }
}

/**
 * The two EXIF dates end in +00:00 except in the sync stream, all others in milliseconds and Z; clients parse nothing
 * else. The columns of a time bucket may lack the Z.
 */
function hasDateForm(path: string, value: string): boolean {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (key === 'dateTimeOriginal' || key === 'modifyDate') {
    return path.startsWith('Sync') ? value.endsWith('Z') : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?\+00:00$/.test(value);
  }
  if (/(At|DateTime)$/.test(key)) {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
  }
  return !/At\[\d+\]$/.test(key) || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z?$/.test(value);
}

const deepest = (faults: string[]): number => Math.max(...faults.map((fault) => fault.split(':')[0]!.length));
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);

/** Reads the small part of TypeScript's types that the declarations are written in. */
function parse(text: string): Type {
  const tokens = text.match(/"[^"]*"|\.\.\.|\w+|[^\s]/g) ?? [];
  let at = 0;
  const next = () => tokens[at++]!;
  const skip = (token: string) => tokens[at] === token && ++at > 0;

  function chain(separator: '|' | '&', part: () => Type, kind: 'union' | 'intersection'): Type {
    skip(separator);
    const of = [part()];
    while (skip(separator)) {
      of.push(part());
    }
    return of.length === 1 ? of[0]! : { kind, of };
  }
  const union = (): Type => chain('|', intersection, 'union');
  const intersection = (): Type => chain('&', lists, 'intersection');

  function lists(): Type {
    let type = single();
    while (skip('[')) {
      next();
      type = { kind: 'list', of: type };
    }
    return type;
  }

  function single(): Type {
    const token = next();
    if (token === '(') {
      const inner = union();
      next();
      return inner;
    }
    if (token === '{') {
      return object();
    }
    if (token.startsWith('"') || /^\d|^(true|false|null)$/.test(token)) {
      return { kind: 'literal', value: JSON.parse(token) };
    }
    if (['string', 'number', 'boolean', 'Blob'].includes(token)) {
      return { kind: 'basic', name: token };
    }
    return ['any', 'unknown', 'object', 'never', 'undefined'].includes(token) ? { kind: 'any' } : { kind: 'name', name: token };
  }

  function object(): Type {
    const members = new Map<string, { type: Type; optional: boolean }>();
    let others: Type | undefined;
    while (!skip('}')) {
      if (skip('[')) {
        at += 3;
        next();
        next();
        others = union();
      } else {
        const key = next().replaceAll('"', '');
        const optional = skip('?');
        next();
        members.set(key, { type: union(), optional });
      }
      skip(';');
    }
    return { kind: 'object', members, others };
  }

  return union();
}
