import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { checkout, temporaryFolder } from './folders.ts';
import { newJdk } from './java.ts';

export type Color = readonly [red: number, green: number, blue: number];

/** Colours whose names the model knows. */
export const colors = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  cyan: [0, 255, 255],
  black: [0, 0, 0],
} as const;

/** A folder with a model pack of a few kilobytes, which tells colours apart in photos and in words. */
export function colorModels(): string {
  const folder = temporaryFolder('models');
  const source = 'testkit/src/main/java/app/heirloom/testkit/TinyModels.java';
  execFileSync(join(newJdk(), 'bin/java'), [source, folder], { cwd: checkout });
  return folder;
}

/** A PNG whose left part has one colour and whose rest another. */
export function twoColored(left: Color, right: Color, part = 0.5, width = 320, height = 240): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(1 + 3 * width); // the first byte says: no filter
  for (let x = 0; x < width; x++) {
    row.set(x < part * width ? left : right, 1 + 3 * x);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits each of red, green and blue
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]),
  );
}

export const plain = (color: Color): Uint8Array<ArrayBuffer> => twoColored(color, color);

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
