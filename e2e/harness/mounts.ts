import { spawnSync } from 'node:child_process';
import { atExit } from './cleanup.ts';
import { temporaryFolder } from './folders.ts';

/** Whether this machine lets the tests mount a file system of their own; if not, why the test is skipped. */
export const withoutMounts = tryMount() ? false : 'this machine lets the tests mount nothing (it takes root)';

/** A folder on a small disk of its own, which is gone when the tests end. */
export function smallDisk(megabytes: number): string {
  const folder = temporaryFolder('disk');
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'heirloom-e2e', folder);
  atExit(() => spawnSync('umount', ['--lazy', folder]));
  return folder;
}

export function makeReadOnly(folder: string): void {
  run('mount', '-o', 'remount,ro', folder);
}

function tryMount(): boolean {
  const probe = ['--mount', 'mount', '-t', 'tmpfs', 'heirloom-e2e', '/mnt'];
  return process.platform === 'linux' && spawnSync('unshare', probe).status === 0;
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  }
}
