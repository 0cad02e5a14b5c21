import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the official SDK declares: its types, what each operation answers, and by which method and path it is asked. */
export type Type =
  | { kind: 'any' }
  | { kind: 'basic'; name: string }
  | { kind: 'literal'; value: unknown }
  | { kind: 'name'; name: string }
  | { kind: 'list'; of: Type }
  | { kind: 'union'; of: Type[] }
  | { kind: 'intersection'; of: Type[] }
  | { kind: 'object'; members: Map<string, { type: Type; optional: boolean }>; others?: Type };

export interface Operation {
  name: string;
  method: string;
  /** Below `/api`, with `{id}` where a value stands. */
  path: string;
  /** What the SDK expects to read when all is well. */
  answer: 'Json' | 'Text' | 'Blob';
}

const sdk = fileURLToPath(import.meta.resolve('@immich/sdk'));
const declarations = readFileSync(sdk.replace('index.js', 'fetch-client.d.ts'), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const source = readFileSync(sdk.replace('index.js', 'fetch-client.js'), 'utf8');

export const types = new Map<string, Type>();
for (const [, name, text] of declarations.matchAll(/^export type (\w+) = ([^]*?);(?=\s*^export)/gm)) {
  types.set(name!, parse(text!));
}
for (const [, name, text] of declarations.matchAll(/^export declare enum (\w+) \{([^}]*)\}/gm)) {
  const words = [...text!.matchAll(/= ("[^"]*"|-?\d+)/g)].map(([, word]) => ({ kind: 'literal' as const, value: JSON.parse(word!) }));
  types.set(name!, { kind: 'union', of: words });
}

export const results = new Map<string, Type>();
for (const [, name, text] of declarations.matchAll(/^export declare function (\w+)\([^]*?\): Promise<([^]*?)>;$/gm)) {
  results.set(name!, parse(text!));
}

export const operations = new Map<string, Operation>();
for (const [, name, text] of source.matchAll(/^export function (\w+)\([^]*?\) \{$([^]*?)^\}/gm)) {
  const request = /oazapfts\.fetch(Json|Text|Blob)\(["`]([^"`]*?)(?:\$\{QS|["`])/.exec(text!);
  if (request) {
    const [, answer, path] = request as unknown as [string, Operation['answer'], string];
    const method = /method: "(\w+)"/.exec(text!)?.[1] ?? 'GET';
    operations.set(name!, { name: name!, method, path: path.replaceAll(/\$\{encodeURIComponent\(\$?(\w+)\)\}/g, '{$1}'), answer });
  }
}

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
