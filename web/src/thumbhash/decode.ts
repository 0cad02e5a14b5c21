/** A small picture: three bytes for each pixel, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const LONGER_SIDE = 32;

/** One channel as a cosine series: its mean, and the coefficients of the lower triangle of frequencies. */
interface Channel {
  readonly mean: number;
  readonly columns: number;
  readonly rows: number;
  readonly coefficients: readonly number[];
}

/** Decodes a ThumbHash, after the algorithm that Evan Wallace published under the MIT license; alpha is left out. */
export function decodeThumbhash(hash: Uint8Array): Picture {
  if (hash.length < 6) throw new RangeError("too short for a thumbhash");
  const header = hash[0]! | (hash[1]! << 8) | (hash[2]! << 16);
  const second = hash[3]! | (hash[4]! << 8);
  const hasAlpha = header >> 23 !== 0;
  const isLandscape = second >> 15 !== 0;
  const longer = hasAlpha ? 5 : 7;
  const columns = isLandscape ? longer : second & 7;
  const rows = isLandscape ? second & 7 : longer;

  const nibbles = nibblesOf(hash, hasAlpha ? 6 : 5);
  const lightness = readChannel(
    (header & 63) / 63,
    ((header >> 18) & 31) / 31,
    Math.max(3, columns),
    Math.max(3, rows),
    nibbles,
  );
  const yellowBlue = readChannel(((header >> 6) & 63) / 31.5 - 1, (((second >> 3) & 63) / 63) * 1.25, 3, 3, nibbles);
  const redGreen = readChannel(((header >> 12) & 63) / 31.5 - 1, (((second >> 9) & 63) / 63) * 1.25, 3, 3, nibbles);

  const ratio = Math.max(1, columns) / Math.max(1, rows);
  const width = Math.round(ratio > 1 ? LONGER_SIDE : LONGER_SIDE * ratio);
  const height = Math.round(ratio > 1 ? LONGER_SIDE / ratio : LONGER_SIDE);
  return paint(width, height, lightness, yellowBlue, redGreen);
}

function* nibblesOf(hash: Uint8Array, start: number): Generator<number, 0> {
  for (const byte of hash.subarray(start)) {
    yield byte & 15;
    yield byte >> 4;
  }
  return 0;
}

function readChannel(
  mean: number,
  scale: number,
  columns: number,
  rows: number,
  nibbles: Iterator<number, 0>,
): Channel {
  const coefficients: number[] = [];
  forEachFrequency(columns, rows, () => coefficients.push((nibbles.next().value / 7.5 - 1) * scale));
  return { mean, columns, rows, coefficients };
}

function forEachFrequency(columns: number, rows: number, visit: (column: number, row: number) => void): void {
  for (let row = 0; row < rows; row++) {
    for (let column = row === 0 ? 1 : 0; column * rows < columns * (rows - row); column++) visit(column, row);
  }
}

function paint(width: number, height: number, lightness: Channel, yellowBlue: Channel, redGreen: Channel): Picture {
  const [l, p, q] = [lightness, yellowBlue, redGreen].map((channel) => synthesize(channel, width, height));
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const blue = l![pixel]! - (2 / 3) * p![pixel]!;
    const red = (3 * l![pixel]! - blue + q![pixel]!) / 2;
    const green = red - q![pixel]!;
    [red, green, blue].forEach((value, offset) => {
      rgb[pixel * 3 + offset] = Math.round(255 * Math.min(1, Math.max(0, value)));
    });
  }
  return { width, height, rgb };
}

function synthesize({ mean, columns, rows, coefficients }: Channel, width: number, height: number): Float32Array {
  const values = new Float32Array(width * height).fill(mean);
  const across = cosines(columns, width);
  const down = cosines(rows, height);
  let next = 0;
  forEachFrequency(columns, rows, (column, row) => {
    const coefficient = 2 * coefficients[next++]!;
    for (let y = 0; y < height; y++) {
      const vertical = coefficient * down[row * height + y]!;
      for (let x = 0; x < width; x++) values[y * width + x]! += vertical * across[column * width + x]!;
    }
  });
  return values;
}

/** For each frequency a line of its cosine at the middle of every pixel. */
function cosines(frequencies: number, length: number): Float32Array {
  return Float32Array.from({ length: frequencies * length }, (_, index) => {
    const frequency = Math.floor(index / length);
    return Math.cos((Math.PI / length) * ((index % length) + 0.5) * frequency);
  });
}
