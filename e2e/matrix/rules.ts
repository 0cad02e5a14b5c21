import { successOf } from '../harness/sdk.ts';
import { type Line, operationOf } from './line.ts';
import type { RoleName } from './role.ts';

/** These are documented with PUT, and older and newer clients use PATCH. */
export const patched = new Set(
  `updateUserAdmin updateUserPreferencesAdmin updateApiKey updateAssets updateAsset updateLibrary
  updateMemory updatePerson updateSession updateStack updateTag updateMyUser updateMyPreferences
  updateWorkflow`.split(/\s+/),
);

/** The statuses that a role may get from a line: one list of rules for all operations. */
export function expected(line: Line, role: RoleName): { taken: boolean; statuses: number[] } {
  const taken = { taken: true, statuses: line.ok ?? successOf(operationOf(line)) };
  const exception = line.but?.[role];
  if (exception) {
    return { taken: exception.every((status) => status < 300), statuses: exception };
  }
  const refused = (...statuses: number[]) => ({ taken: false, statuses });
  const notRightful = refused(...(line.refusal ?? [400]));
  if (line.access === 'public') {
    return taken;
  }
  switch (role) {
    case 'anonymous':
      return refused(401);
    case 'key without':
      return line.access === 'any' ? taken : refused(403);
    case 'key with':
      return taken;
    case 'album link':
      return line.access !== 'link' ? refused(403) : isFor(line, 'viewer') ? taken : notRightful;
    case 'closed link':
      return line.permission === 'asset.download' ? notRightful : expected(line, 'album link');
    default:
      return isFor(line, role) ? taken : line.access === 'admin' ? refused(403) : notRightful;
  }
}

type User = 'owner' | 'other' | 'viewer' | 'editor' | 'admin';

const rightful: Record<Line['rightful'], User[]> = {
  everyone: ['owner', 'other', 'viewer', 'editor', 'admin'],
  viewers: ['owner', 'viewer', 'editor'],
  editors: ['owner', 'editor'],
  owner: ['owner'],
  admins: ['admin'],
};

const isFor = (line: Line, role: User): boolean => rightful[line.rightful].includes(role);
