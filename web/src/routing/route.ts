/** What the address bar says: a page, and above it perhaps one opened asset. */
export interface Route {
  readonly page: Page;
  readonly assetId: string | null;
}

export const pages = ["photos", "favorites", "archive", "duplicates", "trash", "settings"] as const;
export type Page = (typeof pages)[number];

/** Reads a path below the base path, without a leading slash; unknown paths are the photos. */
export function parseRoute(path: string): Route {
  const [first, second] = path.split("/");
  const page = pages.find((known) => known === first);
  const showsAssets = page !== undefined && page !== "settings" && page !== "duplicates";
  return { page: page ?? "photos", assetId: showsAssets && second ? decodeURIComponent(second) : null };
}

export function formatRoute({ page, assetId }: Route): string {
  return assetId ? `${page}/${encodeURIComponent(assetId)}` : page;
}
