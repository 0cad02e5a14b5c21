import assert from 'node:assert/strict';
import { cpSync, mkdirSync, openSync, readFileSync, readdirSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'node:test';
import { signUp } from '../harness/account.ts';
import { checkout, temporaryFolder } from '../harness/folders.ts';
import { type Ended, Heirloom, freePort, heirloom, launcher } from '../harness/heirloom.ts';
import { jdks } from '../harness/java.ts';
import { makeReadOnly, smallDisk, withoutMounts } from '../harness/mounts.ts';
import { assertNoStackTrace } from '../harness/output.ts';
import { filesBelow, generatePhotos } from '../harness/photos.ts';
import { jobsDone, uploadFile } from '../harness/uploads.ts';

suite('a bad start', () => {
  test('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await fails(serve({ port }), new RegExp(`Cannot listen on 127.0.0.1:${port}: .*--port`));
    other.close();
  });

  test('on a port that is none', () => fails(serve({ port: 99_999 }), /--port.*0 to 65535/));

  test('on a data directory that is a file', async () => {
    const file = join(temporaryFolder('data'), 'file');
    writeFileSync(file, 'not a folder');
    await fails(serve({ data: file }), /data directory/i);
  });

  test('on a data directory that cannot be written', { skip: withoutMounts }, async () => {
    const disk = smallDisk(4);
    makeReadOnly(disk);
    await fails(serve({ data: join(disk, 'data') }), /data directory.*(read-only|writable|write|permission)/is);
  });

  test('on a data directory that another server uses', async () => {
    const server = await Heirloom.start();
    await fails(serve({ data: server.data }), /in use by another Heirloom/);
    await server.stop();
  });

  test('on a corrupt database', async () => {
    const data = await usedData();
    const file = openSync(join(data, 'heirloom.db'), 'r+');
    writeSync(file, Buffer.alloc(4096, 0x58), 0, 4096, 0);
    await fails(serve({ data }), /database.*(damaged|corrupt|not a database)/is);
  });

  test('on originals without their database', async () => {
    const data = await usedData();
    readdirSync(data).filter((name) => name.startsWith('heirloom.db')).forEach((name) => writeFileSync(join(data, name), ''));
    await fails(serve({ data }), /database/i);
  });

  test('on a database that went back in time', async () => {
    const data = temporaryFolder('data');
    const server = await Heirloom.start({ data });
    const ada = await signUp(server);
    await server.stop();
    const old = readFileSync(join(data, 'heirloom.db'));
    await server.restart();
    for (const photo of filesBelow(generatePhotos(3, { seed: 5 }))) {
      await uploadFile(ada.withKey, photo);
    }
    await jobsDone(ada.withKey);
    await server.stop();
    writeFileSync(join(data, 'heirloom.db'), old);
    await fails(serve({ data }), /went back in time/);
  });

  test('with an option that it does not know', () => fails(heirloom(['serve', '--colour', 'blue']), /colour/));

  test('with a command that it does not know', () => fails(heirloom(['dance']), /dance/));
});

suite('a machine', () => {
  const old = jdks().find(({ version }) => version < 25);

  test('whose JAVA_HOME is too old still starts with a newer JDK', { skip: old ? false : 'no older JDK here' }, async () => {
    const { code, output } = await heirloom(['--version'], { env: { ...process.env, JAVA_HOME: old!.home } });
    assert.equal(code, 0, output);
  });

  test('without a JDK is told what to install', { skip: withoutMounts }, async () => {
    const { code, output } = withoutJdks({ JAVA_HOME: '', PATH: pathWithoutJava() });
    assert.equal(code, 1, output);
    assert.match(output, /needs a JDK 25 or newer/);
    assert.match(output, /apt install openjdk-25-jdk/);
    assertNoStackTrace(output);
  });

  test('with only an old JDK is told which one it is', { skip: withoutMounts || (old ? false : 'no older JDK here') }, () => {
    const kept = temporaryFolder('jdk');
    cpSync(join(old!.home, 'release'), join(kept, 'release'), { dereference: true });
    mkdirSync(join(kept, 'bin'));
    const { output } = withoutJdks({ JAVA_HOME: kept, PATH: pathWithoutJava() });
    assert.match(output, new RegExp(`JAVA_HOME is .*Java ${old!.version}`));
  });

  test('may hold a copy of the distribution alone, in a folder with spaces', async () => {
    assert.equal((await heirloom(['--version'])).code, 0);
    const copy = join(temporaryFolder('a copy'), 'heirloom');
    cpSync(join(checkout, 'cli/target/dist'), copy, { recursive: true });
    const { code, output } = await heirloom(['--version'], { program: join(copy, 'heirloom'), cwd: '/' });
    assert.equal(code, 0, output);
  });

  test('may start it by a symbolic link', async () => {
    const link = join(temporaryFolder('bin'), 'photos');
    symlinkSync(launcher, link);
    assert.equal((await heirloom(['--version'], { program: link, cwd: '/' })).code, 0);
  });

  /** Runs the launcher where the folder of JDKs is empty. */
  function withoutJdks(env: NodeJS.ProcessEnv): Ended {
    const hide = `mount -t tmpfs none /usr/lib/jvm && exec "$0" --version`;
    const { status, stdout, stderr } = spawnSync('/usr/bin/unshare', ['--mount', '/bin/sh', '-c', hide, launcher], {
      encoding: 'utf8',
      env,
    });
    return { code: status, output: stdout + stderr };
  }

  /** The usual programs, without java among them. */
  function pathWithoutJava(): string {
    const folder = temporaryFolder('path');
    for (const directory of ['/bin', '/usr/bin']) {
      for (const name of ['sh', 'cat', 'sed', 'dirname', 'readlink', 'find', 'head', 'mount', 'ls', 'cksum', 'tr']) {
        try {
          symlinkSync(join(directory, name), join(folder, name));
        } catch {
          // it is in the other folder as well
        }
      }
    }
    return folder;
  }
});

async function serve({ data = temporaryFolder('data'), port }: { data?: string; port?: number }): Promise<Ended> {
  return heirloom(['serve', '--host', '127.0.0.1', '--port', String(port ?? (await freePort())), '--data', data]);
}

/** It must end by itself, with the exit code for what a person can mend and an explanation of how. */
async function fails(run: Promise<Ended>, message: RegExp): Promise<void> {
  const { code, output } = await run;
  assert.equal(code, 2, output);
  assert.match(output, message);
  assertNoStackTrace(output);
}

/** The data of a library that has been in use, with no server on it. */
async function usedData(): Promise<string> {
  const server = await Heirloom.start();
  await signUp(server);
  await server.stop();
  return server.data;
}
