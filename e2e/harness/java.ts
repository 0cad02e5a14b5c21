import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The JDKs of this machine, by the places where Linux keeps them. */
export function jdks(): { home: string; version: number }[] {
  const folders = [process.env.JAVA_HOME, ...list('/usr/lib/jvm')].filter((folder) => folder !== undefined);
  return folders.map((home) => ({ home, version: version(home) })).filter((jdk) => jdk.version > 0);
}

/** One that runs Heirloom. */
export function newJdk(): string {
  const jdk = jdks().find(({ version }) => version >= 25);
  if (!jdk) {
    throw new Error('the tests need a JDK 25: set JAVA_HOME');
  }
  return jdk.home;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function version(home: string): number {
  try {
    return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
