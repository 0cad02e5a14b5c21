import type { MediaTypes } from "../api/server.ts";

export interface Sorted<T> {
  readonly assets: readonly { readonly asset: T; readonly sidecar: T | null }[];
  readonly skipped: readonly { readonly file: T; readonly reason: string }[];
}

/** Sorts files by what the server takes, and lays each sidecar beside the asset that it belongs to. */
export function sortFiles<T extends { readonly path: string }>(files: readonly T[], types: MediaTypes): Sorted<T> {
  const media = new Set([...types.image, ...types.video]);
  const sidecars = new Map(
    files
      .filter(({ path }) => types.sidecar.includes(extensionOf(path)))
      .map((file) => [file.path.toLowerCase(), file]),
  );
  const used = new Set<T>();
  const assets = files
    .filter(({ path }) => media.has(extensionOf(path)))
    .map((asset) => {
      const sidecar = sidecarOf(asset.path.toLowerCase(), sidecars, types.sidecar);
      if (sidecar) used.add(sidecar);
      return { asset, sidecar };
    });
  const skipped = files
    .filter((file) => !media.has(extensionOf(file.path)) && !used.has(file))
    .map((file) => ({ file, reason: reasonFor(file.path, types) }));
  return { assets, skipped };
}

/** `IMG_1.jpg` takes `IMG_1.jpg.xmp` before `IMG_1.xmp`. */
function sidecarOf<T>(path: string, sidecars: ReadonlyMap<string, T>, extensions: readonly string[]): T | null {
  const stem = path.slice(0, path.length - extensionOf(path).length);
  for (const name of [path, stem]) {
    for (const extension of extensions) {
      const sidecar = sidecars.get(name + extension);
      if (sidecar) return sidecar;
    }
  }
  return null;
}

function reasonFor(path: string, types: MediaTypes): string {
  const extension = extensionOf(path);
  if (types.sidecar.includes(extension)) return "No photo beside this sidecar";
  return extension ? `Files of type ${extension} are not supported` : "Files without an extension are not supported";
}

/** With its dot and in lower case, as the server lists them. */
export function extensionOf(path: string): string {
  return /[^/](\.[^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}
