import type { Asset } from "./assets.ts";
import { request } from "./request.ts";

/** By what can be seen: words, or an asset that others are like. */
export type SmartQuery = { readonly query: string } | { readonly queryAssetId: string };

interface Found {
  readonly assets: { readonly items: readonly Asset[] };
}

/** The best first. */
export const searchSmart = (query: SmartQuery, size: number) =>
  request<Found>("search/smart", { method: "POST", body: { ...query, size } });
