// Finds and embeds the faces of a folder of photos with onnxruntime-node and sharp, in as many threads as there are
// workers, each with sessions of one thread: node node-faces.mjs MODULES MODELS PHOTOS WORKERS files|memory
// The steps are Heirloom's: YuNet on the picture and on its half while its longer side is above 640, suppression of what
// overlaps, five points onto ArcFace's template, MobileFaceNet. From memory, photos are decoded before the clock starts.
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const [place, models, photos, workers, source] = process.argv.slice(2);
const require = createRequire(join(place, 'package.json'));
const WARM_UP = 8;

if (isMainThread) {
  const names = readdirSync(photos);
  const team = Array.from({ length: Number(workers) }, (_, index) => {
    const share = names.filter((_, at) => at % workers === index);
    return new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), workerData: share });
  });
  await Promise.all(team.map(answer));
  const before = process.cpuUsage();
  const begin = performance.now();
  team.forEach((worker) => worker.postMessage('begin'));
  const faces = await Promise.all(team.map(answer));
  const seconds = (performance.now() - begin) / 1000;
  const cpu = process.cpuUsage(before);
  const found = faces.reduce((sum, one) => sum + one, 0);
  console.log(names.length / seconds, (cpu.user + cpu.system) / 1000 / names.length, found);
  process.exit();
} else {
  const sharp = require('sharp');
  sharp.concurrency(1);
  const look = await finder();
  for (const name of workerData.slice(0, WARM_UP)) await look(await decoded(name));
  const held = new Map();
  for (const name of source === 'memory' ? workerData : []) held.set(name, await decoded(name));
  parentPort.once('message', async () => {
    let faces = 0;
    for (const name of workerData) faces += await look(held.get(name) ?? (await decoded(name)));
    parentPort.postMessage(faces);
  });
  parentPort.postMessage(0);

  async function decoded(name) {
    const photo = sharp(join(photos, name)).rotate().removeAlpha().raw();
    const { data, info } = await photo.toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data };
  }
}

function answer(worker) {
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

async function finder() {
  const ort = require('onnxruntime-node');
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  const detector = await ort.InferenceSession.create(join(models, 'yunet_n_dynamic.onnx'), options);
  const embedder = await ort.InferenceSession.create(join(models, 'mobilefacenet_foamliu_128d.onnx'), options);

  return async (whole) => {
    const found = [];
    for (let level = whole, factor = 1; ; level = halved(level), factor *= 2) {
      const isLast = Math.max(level.width, level.height) <= 640;
      found.push(...(await detect(level, factor, isLast ? Infinity : 250)));
      if (isLast) break;
    }
    const faces = suppressed(found);
    for (const face of faces) await embed(aligned(whole, face.points));
    return faces.length;
  };

  async function detect(picture, factor, largest) {
    const width = Math.ceil(picture.width / 32) * 32;
    const height = Math.ceil(picture.height / 32) * 32;
    const planes = new Float32Array(3 * width * height);
    for (let plane = 0; plane < 3; plane++) {
      for (let y = 0; y < picture.height; y++) {
        let from = y * picture.width * 3 + 2 - plane;
        const to = (plane * height + y) * width;
        for (let x = 0; x < picture.width; x++, from += 3) planes[to + x] = picture.rgb[from];
      }
    }
    const input = new ort.Tensor('float32', planes, [1, 3, height, width]);
    const outputs = await detector.run({ [detector.inputNames[0]]: input });
    const faces = [];
    for (const stride of [8, 16, 32]) {
      const [cls, obj, box, kps] = ['cls', 'obj', 'bbox', 'kps'].map((kind) => outputs[`${kind}_${stride}`].data);
      const columns = width / stride;
      for (let cell = 0; cell < cls.length; cell++) {
        const score = Math.sqrt(clamp(cls[cell]) * clamp(obj[cell]));
        if (score < 0.6) continue;
        const column = cell % columns;
        const row = Math.floor(cell / columns);
        const w = Math.exp(box[4 * cell + 2]) * stride;
        const h = Math.exp(box[4 * cell + 3]) * stride;
        if (Math.min(w, h) > largest) continue;
        const left = (column + box[4 * cell]) * stride - w / 2;
        const top = (row + box[4 * cell + 1]) * stride - h / 2;
        const points = [];
        for (let at = 10 * cell; at < 10 * cell + 10; at += 2) {
          points.push([(column + kps[at]) * stride * factor, (row + kps[at + 1]) * stride * factor]);
        }
        faces.push({ score, points, box: [left, top, left + w, top + h].map((side) => side * factor) });
      }
    }
    return suppressed(faces);
  }

  function embed(face) {
    const mean = [123.675, 116.28, 103.53];
    const std = [58.395, 57.12, 57.375];
    const planes = new Float32Array(3 * 112 * 112);
    for (let plane = 0, to = 0; plane < 3; plane++) {
      for (let from = plane; from < face.length; from += 3) planes[to++] = (face[from] - mean[plane]) / std[plane];
    }
    return embedder.run({ [embedder.inputNames[0]]: new ort.Tensor('float32', planes, [1, 3, 112, 112]) });
  }
}

function clamp(number) {
  return Math.min(1, Math.max(0, number));
}

function halved({ width, height, rgb }) {
  const half = { width: width >> 1, height: height >> 1, rgb: Buffer.alloc((width >> 1) * (height >> 1) * 3) };
  const below = width * 3;
  for (let y = 0, to = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = (2 * y * width + 2 * x) * 3 + channel;
        half.rgb[to++] = (rgb[at] + rgb[at + 3] + rgb[at + below] + rgb[at + below + 3] + 2) >> 2;
      }
    }
  }
  return half;
}

function suppressed(faces) {
  const kept = [];
  for (const face of faces.sort((one, other) => other.score - one.score)) {
    if (kept.every((other) => overlap(face.box, other.box) <= 0.3)) kept.push(face);
  }
  return kept;
}

function overlap(one, other) {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  if (width <= 0 || height <= 0) return 0;
  const area = (box) => (box[2] - box[0]) * (box[3] - box[1]);
  return (width * height) / (area(one) + area(other) - width * height);
}

function aligned({ width, height, rgb }, points) {
  const template = [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]];
  const center = (all) => [0, 1].map((axis) => all.reduce((sum, point) => sum + point[axis], 0) / all.length);
  const from = center(points);
  const to = center(template);
  let dot = 0;
  let cross = 0;
  let norm = 0;
  points.forEach((point, index) => {
    const [u, v] = [point[0] - from[0], point[1] - from[1]];
    const [x, y] = [template[index][0] - to[0], template[index][1] - to[1]];
    dot += u * x + v * y;
    cross += u * y - v * x;
    norm += u * u + v * v;
  });
  const square = (dot * dot + cross * cross) / norm;
  const [a, b] = [dot / square, -cross / square];
  const face = Buffer.alloc(112 * 112 * 3);
  const pixel = (x, y, channel) => (x < 0 || y < 0 || x >= width || y >= height ? 0 : rgb[(y * width + x) * 3 + channel]);
  for (let y = 0, at = 0; y < 112; y++) {
    for (let x = 0; x < 112; x++) {
      const sourceX = a * (x - to[0]) - b * (y - to[1]) + from[0];
      const sourceY = b * (x - to[0]) + a * (y - to[1]) + from[1];
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const right = sourceX - left;
      const bottom = sourceY - top;
      for (let channel = 0; channel < 3; channel++) {
        const above = (1 - right) * pixel(left, top, channel) + right * pixel(left + 1, top, channel);
        const below = (1 - right) * pixel(left, top + 1, channel) + right * pixel(left + 1, top + 1, channel);
        face[at++] = Math.round((1 - bottom) * above + bottom * below);
      }
    }
  }
  return face;
}
