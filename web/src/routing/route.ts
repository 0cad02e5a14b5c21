/** What the address bar says: a page, and above it perhaps one opened asset. */
export interface Route {
  readonly page: Page;
  /** A person's id, the words that are sought, or the asset that others are like: what the page is of, if anything. */
  readonly of?: string;
  readonly assetId: string | null;
}

/** Those that the header leads to. */
export const pages = ["photos", "favorites", "archive", "people", "duplicates", "trash", "settings"] as const;
const innerPages = ["person", "search", "alike"] as const;

export type Page = (typeof pages)[number] | (typeof innerPages)[number];

/** A page without an asset above it. */
export type Place = Omit<Route, "assetId">;

/** Reads a path below the base path, without a leading slash; unknown paths are the photos. */
export function parseRoute(path: string): Route {
  const [place = "", query = ""] = path.split("?");
  const [first, ...rest] = place.split("/");
  const page = [...pages, ...innerPages].find((known) => known === first) ?? "photos";
  switch (page) {
    case "people":
    case "duplicates":
    case "settings":
      return { page, assetId: null };
    case "search":
      return inner(page, new URLSearchParams(query).get("q"), rest[0], "photos");
    case "alike":
      return inner(page, rest[0], rest[1], "photos");
    case "person":
      return inner(page, rest[0], rest[1], "people");
    default:
      return { page, assetId: page === first ? asset(rest[0]) : null };
  }
}

function inner(page: Page, of: string | null | undefined, assetId: string | undefined, otherwise: Page): Route {
  return of
    ? { page, of: page === "search" ? of : decodeURIComponent(of), assetId: asset(assetId) }
    : { page: otherwise, assetId: null };
}

const asset = (part: string | undefined) => (part ? decodeURIComponent(part) : null);

/** Words stand behind a question mark, since in a path servers refuse some of them. */
export function formatRoute({ page, of, assetId }: Route): string {
  const isSearch = page === "search";
  const parts = [page, isSearch ? undefined : of, assetId].filter((part) => part != null);
  return parts.map(encodeURIComponent).join("/") + (isSearch ? `?q=${encodeURIComponent(of ?? "")}` : "");
}
