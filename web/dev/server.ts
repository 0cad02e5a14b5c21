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
import { FakePeople, ranked } from "./people.ts";

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
const people = new FakePeople();

type Answer = { status: number; body?: unknown; headers?: Record<string, string | string[]> };
type Handler = (request: { query: URLSearchParams; body: any; id: string; raw: Buffer }) => Answer;

const fine = (body: unknown): Answer => ({ status: 200, body });
const none: Answer = { status: 204 };
const find = (id: string) => assets.find((asset) => asset.id === id);
const monthOf = ({ fileCreatedAt }: FakeAsset) => `${fileCreatedAt.slice(0, 7)}-01`;

function matching(query: URLSearchParams): FakeAsset[] {
  const visibility = query.get("visibility");
  const person = query.get("personId");
  return assets.filter(
    (asset, place) =>
      (!person || people.isOn(person, place)) &&
      asset.isTrashed === (query.get("isTrashed") === "true") &&
      (!visibility || asset.visibility === visibility) &&
      (query.get("isFavorite") !== "true" || asset.isFavorite),
  );
}

const found = (body: unknown): Answer => (body ? fine(body) : { status: 400, body: { message: "Not found" } });

function detailed(asset: FakeAsset) {
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
  return {
    ...asset,
    type: asset.isImage ? "IMAGE" : "VIDEO",
    originalFileName: asset.name,
    localDateTime: asset.fileCreatedAt,
    width: 6000,
    height: Math.round(6000 / asset.ratio),
    exifInfo: exif,
  };
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
  "GET server/features": () => fine({ facialRecognition: true, importFaces: true, smartSearch: true }),
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
  "GET assets/*": ({ id }) => found(assets.filter((asset) => asset.id === id).map(detailed)[0]),
  "PUT assets/*": ({ id, body }) => (edit([id], body), fine(find(id))),
  "PUT assets": ({ body: { ids, ...change } }) => edit(ids, change),
  "DELETE assets": ({ body }) => {
    if (!body.force) return edit(body.ids, { isTrashed: true });
    const gone = new Set(body.ids);
    assets = assets.filter(({ id }) => !gone.has(id));
    return none;
  },
  "GET people": ({ query }) =>
    fine(people.list(Number(query.get("page") ?? 1), 500, query.get("withHidden") === "true")),
  "GET people/*": ({ id }) => found(people.list(1, Infinity, true).people.find((person) => person.id === id)),
  "PUT people/*": ({ id, body }) => found(people.update(id, body)),
  "GET people/*/statistics": ({ id }) => fine({ assets: assets.filter((_, place) => people.isOn(id, place)).length }),
  "POST people/*/merge": ({ id, body }) => (body.ids.forEach((other: string) => people.merge(id, other)), fine([])),
  "GET heirloom/people/suggestions": () => fine(people.suggestions()),
  "POST heirloom/people/suggestions/accept": ({ body }) => (people.accept(body.ids), none),
  "POST heirloom/people/suggestions/reject": ({ body }) => (people.reject(body.ids), none),
  "GET heirloom/people/journal": () => fine(people.journal()),
  "POST heirloom/people/journal/*/undo": ({ id }) => (people.undo(Number(id)), none),
  "POST search/smart": ({ body }) =>
    fine({ assets: { items: ranked(assets, body.query ?? body.queryAssetId, body.size).map(detailed) } }),
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
  const parts = path.slice(4).split("/");
  const [resource, id = "", part] = parts;
  if (resource === "assets" && part)
    return servePicture(find(id), url.searchParams.get("size") ?? "thumbnail", response);
  if (resource === "people" && part === "thumbnail")
    return servePicture(
      assets.find((_, place) => people.isOn(id, place)),
      "thumbnail",
      response,
    );
  const [route, handler] = routeOf(request.method ?? "", parts);
  const body = request.headers["content-type"]?.includes("json") ? JSON.parse(raw.toString() || "{}") : {};
  const answer = handler
    ? handler({ query: url.searchParams, body, id: parts[route.split("/").indexOf("*")] ?? "", raw })
    : { status: 404, body: { message: "Not found" } };
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

/** The route of these parts, where * stands for any; one without it comes first. */
function routeOf(method: string, parts: readonly string[]): readonly [string, Handler | undefined] {
  const fits = (wanted: readonly string[]) =>
    wanted.length === parts.length && wanted.every((part, i) => part === "*" || part === parts[i]);
  const route = Object.keys(routes)
    .filter((route) => route.startsWith(`${method} `) && fits(route.slice(method.length + 1).split("/")))
    .sort()
    .at(-1);
  return route ? [route, routes[route]] : ["", undefined];
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
