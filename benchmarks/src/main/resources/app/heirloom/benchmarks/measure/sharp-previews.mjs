// Makes previews and thumbnails of a folder with sharp: node sharp-previews.mjs SHARP PHOTOS OUT WORKERS manual|raw
// manual: a clone of the pipeline for each output, as sharp's documentation does it; it decodes for each.
// raw: decodes once and passes pixels on, the fastest that was found.
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const [place, photos, out, workers, way] = process.argv.slice(2);
const sharp = createRequire(join(place, 'package.json'))('sharp');
sharp.concurrency(1);
sharp.cache(false);

const preview = { width: 1440, height: 1440, fit: 'inside', withoutEnlargement: true };
const thumbnail = { width: 250, height: 250, fit: 'outside', withoutEnlargement: true };

const ways = {
  async manual(name) {
    const photo = sharp(join(photos, name)).rotate();
    await Promise.all([
      photo.clone().resize(preview).jpeg({ quality: 80 }).toFile(join(out, name)),
      photo.clone().resize(thumbnail).webp({ quality: 80 }).toFile(join(out, `${name}.webp`)),
    ]);
  },
  async raw(name) {
    const photo = sharp(join(photos, name)).rotate().resize(preview).raw();
    const { data, info } = await photo.toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    await sharp(data, { raw }).jpeg({ quality: 80 }).toFile(join(out, name));
    await sharp(data, { raw }).resize(thumbnail).webp({ quality: 80 }).toFile(join(out, `${name}.webp`));
  },
};
const render = ways[way];

const names = readdirSync(photos);
for (const name of names.slice(0, 4)) await render(name);
const before = process.cpuUsage();
const begin = performance.now();
const queue = [...names];
await Promise.all(
  Array.from({ length: Number(workers) }, async () => {
    for (let name = queue.pop(); name; name = queue.pop()) await render(name);
  }),
);
const seconds = (performance.now() - begin) / 1000;
const cpu = process.cpuUsage(before);
console.log(
  names.length / seconds,
  (cpu.user + cpu.system) / 1000 / names.length,
  process.resourceUsage().maxRSS / 1024,
);
