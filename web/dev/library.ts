/** A made-up library: assets spread over twenty years, the same on every start. */
export interface FakeAsset {
  id: string;
  picture: number;
  ratio: number;
  isImage: boolean;
  isFavorite: boolean;
  visibility: "timeline" | "archive";
  isTrashed: boolean;
  thumbhash: string | null;
  fileCreatedAt: string;
  duration: number | null;
  livePhotoVideoId: string | null;
  name: string;
  description: string;
  rating: number | null;
}

export interface FakePicture {
  readonly ratio: number;
  readonly thumbhash: string;
}

const DAY = 86_400_000;

export function makeLibrary(size: number, pictures: readonly FakePicture[]): FakeAsset[] {
  const random = generator(7);
  const assets: FakeAsset[] = [];
  for (let time = Date.now(), number = 1; number <= size; number++) {
    time -= random() < 0.05 ? random() ** 3 * 6 * DAY * (100_000 / size) : random() * 1_200_000;
    assets.push(makeAsset(number, time, pictures, random));
  }
  return assets;
}

export function makeAsset(
  number: number,
  time: number,
  pictures: readonly FakePicture[],
  random: () => number,
): FakeAsset {
  const picture = Math.floor(random() * pictures.length);
  const isImage = random() > 0.06;
  return {
    id: uuid(number),
    picture,
    ratio: pictures[picture]!.ratio,
    isImage,
    isFavorite: random() < 0.03,
    visibility: "timeline",
    isTrashed: false,
    thumbhash: pictures[picture]!.thumbhash,
    fileCreatedAt: new Date(time).toISOString(),
    duration: isImage ? null : Math.round(2000 + random() * 90_000),
    livePhotoVideoId: isImage && random() < 0.05 ? uuid(number + 1_000_000_000) : null,
    name: `IMG_${String(number).padStart(6, "0")}.${isImage ? "jpg" : "mp4"}`,
    description: "",
    rating: null,
  };
}

/** Any bytes are a thumbhash; these choose calm colours and a landscape or portrait shape. */
export function makePictures(count: number): FakePicture[] {
  const random = generator(3);
  return Array.from({ length: count }, () => {
    const isLandscape = random() < 0.7;
    const header =
      Math.floor(24 + random() * 24) |
      (Math.floor(22 + random() * 20) << 6) |
      (Math.floor(22 + random() * 20) << 12) |
      (14 << 18);
    const second = 5 | (10 << 3) | (8 << 9) | ((isLandscape ? 1 : 0) << 15);
    const bytes = [header & 255, (header >> 8) & 255, header >> 16, second & 255, second >> 8];
    while (bytes.length < 23) bytes.push(Math.floor(random() * 256));
    return {
      ratio: isLandscape ? [1.333, 1.5, 1.778][Math.floor(random() * 3)]! : [0.75, 0.667][Math.floor(random() * 2)]!,
      thumbhash: Buffer.from(bytes).toString("base64"),
    };
  });
}

export function generator(seed: number): () => number {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

export const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
