import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, temporaryFolder } from './folders.ts';
import { newJdk } from './java.ts';

const generator = 'benchmarks/src/main/java/app/heirloom/benchmarks/photo/GeneratedPhotos.java';

/** JPEGs of seeded noise with EXIF, all different, in a folder of their own; gives the folder. */
export function generatePhotos(count: number, { sizeInBytes = 50_000, seed = 1 } = {}): string {
  const folder = temporaryFolder('photos');
  execFileSync(join(newJdk(), 'bin/java'), [generator, folder, String(count), String(sizeInBytes), String(seed)], {
    cwd: checkout,
  });
  return folder;
}

/** The files of a folder and all below it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
