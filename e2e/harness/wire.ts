import assert from 'node:assert/strict';
import { type Type, results, types } from './declarations.ts';
import { hasNumberForm, hasTextForm, isAlwaysThere } from './forms.ts';

/**
 * Holds answers against the types that the official SDK declares: a required key may not be absent, null stands only
 * where it is allowed, an enum knows its words, and texts and numbers have the forms that every client parses.
 */
interface Place {
  path: string;
  /** The type that declares the key, and the key under which the value stands (that of its list, for an item). */
  owner: string;
  key: string;
}

/** The faults of what the SDK's function gave back, each as "path: what is wrong". */
export function faultsOf(operation: string, answer: unknown): string[] {
  const type = results.get(operation);
  if (!type) {
    throw new Error(`the SDK declares no ${operation}`);
  }
  return faultsIn(type, answer, operation);
}

/** What came another way (an event, a line of the sync stream) must be of the type that the SDK declares by this name. */
export function assertIsA(type: string, value: unknown): void {
  assert.deepEqual(faultsIn({ kind: 'name', name: type }, value, type), []);
}

function faultsIn(type: Type, value: unknown, path: string): string[] {
  const faults: string[] = [];
  check(type, value, { path, owner: '', key: '' }, faults);
  return faults;
}

function check(type: Type, value: unknown, place: Place, faults: string[]): void {
  const { path } = place;
  switch (type.kind) {
    case 'any':
      return;
    case 'basic':
      return checkBasic(type.name, value, place, faults);
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
      return check(named, value, named.kind === 'object' ? { ...place, owner: type.name } : place, faults);
    }
    case 'list':
      if (!Array.isArray(value)) {
        faults.push(`${path}: ${show(value)} instead of a list`);
        return;
      }
      return value.forEach((item, index) => check(type.of, item, { ...place, path: `${path}[${index}]` }, faults));
    case 'union':
      return checkUnion(type.of, value, place, faults);
    case 'intersection':
      return type.of.forEach((one) => check(one, value, place, faults));
    case 'object':
      return checkObject(type, value, place, faults);
  }
}

/** One of the types must fit; if none does, the faults of the one that came furthest are told. */
function checkUnion(of: Type[], value: unknown, place: Place, faults: string[]): void {
  const attempts = of.map((one) => {
    const found: string[] = [];
    check(one, value, place, found);
    return found;
  });
  if (attempts.every((found) => found.length)) {
    faults.push(...attempts.sort((a, b) => deepest(b) - deepest(a))[0]!);
  }
}

function checkObject(type: Type & { kind: 'object' }, value: unknown, { path, owner }: Place, faults: string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${path}: ${show(value)} instead of an object`);
    return;
  }
  const object = value as Record<string, unknown>;
  for (const [key, { type: member, optional }] of type.members) {
    if (object[key] !== undefined) {
      check(member, object[key], { path: `${path}.${key}`, owner, key }, faults);
    } else if (!optional || isAlwaysThere(owner, key)) {
      faults.push(`${path}.${key}: absent`);
    }
  }
  for (const [key, other] of Object.entries(object)) {
    if (type.others && !type.members.has(key)) {
      check(type.others, other, { path: `${path}.${key}`, owner, key }, faults);
    }
  }
}

function checkBasic(name: string, value: unknown, { path, owner, key }: Place, faults: string[]): void {
  if (name === 'Blob' ? !(value instanceof Blob) : typeof value !== name) {
    faults.push(`${path}: ${show(value)} instead of a ${name}`);
  } else if (typeof value === 'string' && !hasTextForm(owner, key, value)) {
    faults.push(`${path}: ${show(value)} is not in the form of ${owner}.${key}`);
  } else if (typeof value === 'number' && !hasNumberForm(key, value)) {
    faults.push(`${path}: ${show(value)} is not whole`);
  }
}

const deepest = (faults: string[]): number => Math.max(...faults.map((fault) => fault.split(':')[0]!.length));
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);
