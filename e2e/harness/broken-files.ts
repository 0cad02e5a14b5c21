import { Buffer } from 'node:buffer';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A PNG of 30,000 x 30,000 black pixels: 2.7 GB once decoded, some megabytes as a file. The compressed block of one
 * megabyte of zeros is repeated instead of compressing them all.
 */
export function pngBomb(side = 30_000): Uint8Array<ArrayBuffer> {
  const rawSize = side * (1 + side * 3);
  const blockSize = 1 << 20;
  const block = deflateRawSync(Buffer.alloc(blockSize), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array<Buffer>(Math.floor(rawSize / blockSize)).fill(block);
  const adler = Buffer.alloc(4);
  adler.writeUInt32BE((((rawSize % 65_521) << 16) | 1) >>> 0);
  const pixels = [Buffer.from([0x78, 0x01]), ...blocks, deflateRawSync(Buffer.alloc(rawSize % blockSize)), adler];

  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', Buffer.concat(pixels)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
