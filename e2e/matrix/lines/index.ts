import { type Line, lines } from '../line.ts';
import { accounts } from './accounts.ts';
import { assets } from './assets.ts';
import { organising } from './organising.ts';
import { system } from './system.ts';

/** Every operation that is tried with every role. One that is built without a line here fails the suite. */
export const table: Line[] = lines(system, accounts, assets, organising);
