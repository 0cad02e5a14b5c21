import type { Question } from '../harness/request.ts';
import type { Caller } from '../harness/account.ts';
import type { RoleName } from './role.ts';
import type { World } from './world.ts';

/** How the server's table of operations lets callers in. */
export type Access = 'public' | 'any' | 'needs' | 'admin' | 'link';

/**
 * Which users the question is right for. What a question asks about the caller's own things is right for everyone, and
 * must then tell nothing of the owner's.
 */
export type Rightful = 'everyone' | 'viewers' | 'editors' | 'owner' | 'admins';

export interface Exceptions {
  /** What a role gets, where it is not what the rules say. */
  but?: Partial<Record<RoleName, number[]>>;
  /** What those get who may ask, where it is not what the operation's table of statuses says. */
  ok?: number[];
  /** What those users get who may not ask, where it is not 400. */
  refusal?: number[];
  /** Sessions end by it. */
  endsSession?: boolean;
}

export interface Line extends Exceptions {
  /** The SDK's name of the operation; a second line of the same operation says after a comma what it is about. */
  name: string;
  access: Access;
  permission: string | undefined;
  rightful: Rightful;
  question: (world: World, caller: Caller) => Question | Promise<Question>;
}

type Ask = Line['question'];
const nothing: Ask = () => ({});

/** The operations by name, one line each. */
export type Table = Record<string, Omit<Line, 'name'>>;

/** Answers whoever asks. */
export const open = (question: Ask = nothing, exceptions: Exceptions = {}): Table[string] =>
  ({ access: 'public', permission: undefined, rightful: 'everyone', question, ...exceptions });

/** For every valid credential, whatever an API key permits. */
export const any = (question: Ask = nothing, exceptions: Exceptions = {}): Table[string] =>
  ({ access: 'any', permission: undefined, rightful: 'everyone', question, ...exceptions });

/** For users, and for API keys with the permission. */
export const needs = (permission: string, rightful: Rightful, question: Ask = nothing, exceptions: Exceptions = {}): Table[string] =>
  ({ access: 'needs', permission, rightful, question, ...exceptions });

/** For admins, and for their API keys with the permission. */
export const admin = (permission: string, question: Ask = nothing, exceptions: Exceptions = {}): Table[string] =>
  ({ access: 'admin', permission, rightful: 'admins', question, ...exceptions });

/** As `needs`, and for shared links. */
export const link = (permission: string, rightful: Rightful, question: Ask = nothing, exceptions: Exceptions = {}): Table[string] =>
  ({ access: 'link', permission, rightful, question, ...exceptions });

export const lines = (...tables: Table[]): Line[] =>
  tables.flatMap((table) => Object.entries(table)).map(([name, line]) => ({ name, ...line }));

export const operationOf = (line: Line): string => line.name.split(',')[0]!;
