// A server to look at the page with, without the real one: node --experimental-strip-types dev/server.ts
//   --assets N      how many assets the library has (20000)
//   --port N        where to listen (2284)
//   --base PATH     the base path, with slashes at both ends (/)
//   --pictures DIR  pictures.json [{ratio, thumbhash}] with <index>-thumbnail.jpg and <index>-preview.jpg
//   --delay MS      how long every answer takes (0)
//   --fresh         starts without an account
import { existsSync, readFileSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { bitmapOf } from "../src/thumbhash/bitmap.ts";
import { decodeThumbhash } from "../src/thumbhash/decode.ts";
import { type FakeAsset, type FakePicture, generator, makeAsset, makeLibrary, makePictures } from "./library.ts";

const text = (value: string) => ({ type: "string", default: value }) as const;
const { values: options } = parseArgs({
  options: {
    assets: text("20000"),
    port: text("2284"),
    base: text("/"),
    pictures: text(""),
    delay: text("0"),
    fresh: { type: "boolean", default: false },
  },
});
const pictures: FakePicture[] = options.pictures
  ? JSON.parse(readFileSync(join(options.pictures, "pictures.json"), "utf8"))
  : makePictures(300);
const page = join(import.meta.dirname, "../target/classes/web");
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};
const random = generator(11);
const started = new Date().toISOString();

let assets = makeLibrary(Number(options.assets), pictures);
let hasAccount = !options.fresh;
let keys: { id: string; name: string; createdAt: string; permissions: string[] }[] = [];
let preparing = 0;

type Answer = { status: number; body?: unknown; headers?: Record<string, string | string[]> };
type Handler = (request: { query: URLSearchParams; body: any; id: string; raw: Buffer }) => Answer;

const fine = (body: unknown): Answer => ({ status: 200, body });
const none: Answer = { status: 204 };
const find = (id: string) => assets.find((asset) => asset.id === id);
const monthOf = ({ fileCreatedAt }: FakeAsset) => `${fileCreatedAt.slice(0, 7)}-01`;

function matching(query: URLSearchParams): FakeAsset[] {
  const visibility = query.get("visibility");
  return assets.filter(
    (asset) =>
      asset.isTrashed === (query.get("isTrashed") === "true") &&
      (!visibility || asset.visibility === visibility) &&
      (query.get("isFavorite") !== "true" || asset.isFavorite),
  );
}

function edit(ids: string[], change: Partial<FakeAsset>): Answer {
  const chosen = new Set(ids);
  for (const asset of assets) if (chosen.has(asset.id)) Object.assign(asset, change);
  return none;
}

const routes: Record<string, Handler> = {
  "GET server/ping": () => fine({ res: "pong" }),
  "GET server/config": () => fine({ isInitialized: hasAccount }),
  "GET server/about": () => fine({ version: "v3.2.2" }),
  "GET server/media-types": () =>
    fine({ image: [".jpg", ".jpeg", ".png", ".heic"], video: [".mp4", ".mov"], sidecar: [".xmp"] }),
  "GET server/storage": () =>
    fine({ diskUse: "412 GiB", diskSize: "1.8 TiB", diskAvailable: "1.4 TiB", diskUsagePercentage: 22.4 }),
  "POST auth/admin-sign-up": () => ((hasAccount = true), { status: 201, body: {} }),
  "POST auth/login": ({ body }) =>
    body.password === "wrong"
      ? { status: 401, body: { message: "Incorrect email or password" } }
      : { status: 201, body: {}, headers: { "set-cookie": [`immich_is_authenticated=true; Path=${options.base}`] } },
  "POST auth/logout": () => ({
    status: 200,
    body: {},
    headers: { "set-cookie": [`immich_is_authenticated=; Max-Age=0; Path=${options.base}`] },
  }),
  "GET users/me": () => fine({ id: "1", name: "Ada", email: "ada@example.org", isAdmin: true }),
  "GET jobs": () => fine({ metadataExtraction: { jobCounts: { active: 0, waiting: preparing } } }),
  "GET api-keys": () => fine(keys),
  "POST api-keys": ({ body }) => {
    const apiKey = {
      id: String(random()),
      name: body.name,
      createdAt: new Date().toISOString(),
      permissions: body.permissions,
    };
    keys.push(apiKey);
    return { status: 201, body: { secret: "kW3vTqJp0bLr8yEoXf5sZ1mQn7uHc2Ad", apiKey } };
  },
  "DELETE api-keys/*": ({ id }) => ((keys = keys.filter((key) => key.id !== id)), none),
  "GET timeline/buckets": ({ query }) => {
    const counts = new Map<string, number>();
    for (const asset of matching(query)) counts.set(monthOf(asset), (counts.get(monthOf(asset)) ?? 0) + 1);
    return fine(
      [...counts]
        .map(([timeBucket, count]) => ({ timeBucket, count }))
        .sort((a, b) => (a.timeBucket < b.timeBucket ? 1 : -1)),
    );
  },
  "GET timeline/bucket": ({ query }) => {
    const rows = matching(query).filter((asset) => monthOf(asset) === query.get("timeBucket"));
    const column = <K extends keyof FakeAsset>(name: K) => rows.map((row) => row[name]);
    const names = [
      "id",
      "ratio",
      "isFavorite",
      "isImage",
      "thumbhash",
      "fileCreatedAt",
      "duration",
      "livePhotoVideoId",
    ] as const;
    return fine({
      ...Object.fromEntries(names.map((name) => [name, column(name)])),
      localOffsetHours: rows.map(() => 0),
      createdAt: rows.map(() => started),
      stack: rows.map((_, i) => (i % 40 === 7 ? ["s", "3"] : null)),
    });
  },
  "GET assets/*": ({ id }) => {
    const asset = find(id);
    if (!asset) return { status: 400, body: { message: "Not found or no asset.read access" } };
    const exif = {
      make: "FUJIFILM",
      model: "X-T5",
      lensModel: "XF33mmF1.4 R LM WR",
      fNumber: 2.8,
      exposureTime: "1/250",
      iso: 200,
      focalLength: 33,
      timeZone: "Europe/Vienna",
      latitude: 48.2082,
      longitude: 16.3738,
      city: "Vienna",
      state: null,
      country: "Austria",
      fileSizeInByte: 8_412_334,
      description: asset.description,
      rating: asset.rating,
    };
    return fine({
      ...asset,
      type: asset.isImage ? "IMAGE" : "VIDEO",
      originalFileName: asset.name,
      localDateTime: asset.fileCreatedAt,
      width: 6000,
      height: Math.round(6000 / asset.ratio),
      exifInfo: exif,
    });
  },
  "PUT assets/*": ({ id, body }) => (edit([id], body), fine(find(id))),
  "PUT assets": ({ body: { ids, ...change } }) => edit(ids, change),
  "DELETE assets": ({ body }) => {
    if (!body.force) return edit(body.ids, { isTrashed: true });
    const gone = new Set(body.ids);
    assets = assets.filter(({ id }) => !gone.has(id));
    return none;
  },
  "POST trash/restore/assets": ({ body }) => (edit(body.ids, { isTrashed: false }), fine({ count: body.ids.length })),
  "POST assets/bulk-upload-check": ({ body }) =>
    fine({ results: body.assets.map(({ id }: { id: string }) => ({ id, action: "accept" })) }),
  "POST assets": ({ raw }) => {
    if (raw.includes("quota")) return { status: 400, body: { message: "Quota has been exceeded!" } };
    if (raw.includes("broken")) return { status: 400, body: { message: "The file is empty" } };
    if (raw.includes("again")) return fine({ status: "duplicate", id: assets[0]?.id });
    const asset = makeAsset(500_000_000 + assets.length, Date.now(), pictures, random);
    const { thumbhash } = asset;
    assets.unshift({ ...asset, thumbhash: null });
    preparing++;
    setTimeout(() => (edit([asset.id], { thumbhash }), preparing--), 6000);
    return { status: 201, body: { status: "created", id: asset.id } };
  },
};

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  await new Promise((resolve) => setTimeout(resolve, Number(options.delay)));
  serve(request, response, Buffer.concat(chunks));
}).listen(Number(options.port), () =>
  console.log(`http://localhost:${options.port}${options.base} with ${assets.length} assets`),
);

function serve(request: IncomingMessage, response: ServerResponse, raw: Buffer): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const path = url.pathname.slice(options.base.length);
  if (!path.startsWith("api/")) return servePage(path, response);
  const [resource = "", id = "", part] = path.slice(4).split("/");
  if (resource === "assets" && part)
    return servePicture(find(id), url.searchParams.get("size") ?? "thumbnail", response);
  const handler = routes[`${request.method} ${path.slice(4)}`] ?? routes[`${request.method} ${resource}/*`];
  const body = request.headers["content-type"]?.includes("json") ? JSON.parse(raw.toString() || "{}") : {};
  const answer = handler
    ? handler({ query: url.searchParams, body, id, raw })
    : { status: 404, body: { message: "Not found" } };
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

function servePage(path: string, response: ServerResponse): void {
  const file = join(page, path);
  if (types[extname(path)] && existsSync(file)) {
    response.writeHead(200, { "content-type": types[extname(path)]! });
    return void response.end(readFileSync(file));
  }
  response.writeHead(200, { "content-type": "text/html", "cache-control": "no-store" });
  response.end(
    readFileSync(join(page, "index.html"), "utf8").replace('<base href="/">', `<base href="${options.base}">`),
  );
}

function servePicture(asset: FakeAsset | undefined, size: string, response: ServerResponse): void {
  if (!asset?.thumbhash)
    return void response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not found"}');
  const headers = { "cache-control": "private, max-age=86400" };
  if (options.pictures) {
    response.writeHead(200, { ...headers, "content-type": "image/jpeg" });
    return void response.end(
      readFileSync(join(options.pictures, `${asset.picture}-${size === "thumbnail" ? "thumbnail" : "preview"}.jpg`)),
    );
  }
  response.writeHead(200, { ...headers, "content-type": "image/bmp" });
  response.end(bitmapOf(decodeThumbhash(Buffer.from(asset.thumbhash, "base64"))));
}
