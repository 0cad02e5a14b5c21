import type { Caller } from './account.ts';
import { type Operation, operations } from './declarations.ts';

/** What an operation is asked with: `path` fills the braces, `body` is sent as JSON, `form` as multipart. */
export interface Question {
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  form?: FormData;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The body if it is JSON. */
  json: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FOREIGN_ID = '00000000-0000-4000-8000-000000000000';

export function operation(name: string): Operation {
  const found = operations.get(name);
  if (!found) {
    throw new Error(`the SDK declares no operation ${name}`);
  }
  return found;
}

/** Asks as the SDK does, but gives back whatever the server says. A path that lacks its ids gets one that nobody has. */
export async function ask(caller: Caller, name: string, question: Question = {}, method = operation(name).method): Promise<Answered> {
  const { path = {}, query = {}, body, form } = question;
  const filled = operation(name).path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key] ?? FOREIGN_ID));
  const parameters = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const content = body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(`${caller.baseUrl}${filled}${parameters.size ? `?${parameters}` : ''}`, {
    method,
    headers: { accept: 'application/json', ...(content === undefined ? undefined : JSON_TYPE), ...caller.headers },
    body: form ?? content,
    redirect: 'manual',
  });
  const text = await answer.text();
  const isJson = /^application\/json(;|$)/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, text, json: isJson && text ? JSON.parse(text) : undefined };
}
