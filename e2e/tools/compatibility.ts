import { signUp } from '../harness/account.ts';
import { builtOperations } from '../harness/built.ts';
import { correct, disagreeing } from '../harness/compatibility.ts';
import { Heirloom } from '../harness/heirloom.ts';

/** Prints the rows of docs/immich-compatibility.md that the server contradicts; with --write, corrects their state. */
const server = await Heirloom.start();
const { withKey } = await signUp(server);
const built = await builtOperations(withKey);
for (const { operation, request, state } of disagreeing(built)) {
  console.log(`${operation} (${request}) is called ${state}, and is ${built.has(operation) ? '' : 'not '}there`);
}
if (process.argv.includes('--write')) {
  correct(built);
}
await server.stop();
