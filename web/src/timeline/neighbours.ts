import { getAsset } from "../api/assets.ts";
import type { TimelineAsset } from "./asset.ts";
import type { Timeline } from "./timeline.ts";

/** The asset before (-1) or after (1) this one, across months; null at the timeline's end. */
export async function neighbourOf(timeline: Timeline, assetId: string, step: -1 | 1): Promise<TimelineAsset | null> {
  const months = await timeline.ready();
  let month = timeline.monthOf(assetId);
  if (!month?.loaded) return null;
  const here = month.loaded.assets.findIndex(({ id }) => id === assetId);
  const beside = month.loaded.assets[here + step];
  if (beside) return beside;
  for (let index = months.findIndex(({ key }) => key === month?.key) + step; ; index += step) {
    month = months[index];
    if (!month) return null;
    const assets = await timeline.assetsIn(month.key);
    const nearest = assets.at(step === 1 ? 0 : -1);
    if (nearest) return nearest;
  }
}

/** Finds an asset that was opened by its address, by loading the month it was taken in. */
export async function locate(timeline: Timeline, assetId: string): Promise<TimelineAsset | null> {
  const known = timeline.find(assetId);
  if (known) return known;
  const [{ localDateTime }] = await Promise.all([getAsset(assetId), timeline.ready()]);
  const assets = await timeline.assetsIn(timeline.source.monthOf(localDateTime));
  return assets.find(({ id }) => id === assetId) ?? null;
}

/** All assets between two, both included, in the timeline's order. */
export async function assetsBetween(timeline: Timeline, oneId: string, otherId: string): Promise<TimelineAsset[]> {
  const months = await timeline.ready();
  const ends = [oneId, otherId].map((id) => months.findIndex(({ key }) => key === timeline.monthOf(id)?.key));
  const span = months.slice(Math.min(...ends), Math.max(...ends) + 1);
  const assets: TimelineAsset[] = [];
  for (const { key } of span) assets.push(...(await timeline.assetsIn(key)));
  const places = [oneId, otherId].map((id) => assets.findIndex((asset) => asset.id === id));
  return assets.slice(Math.min(...places), Math.max(...places) + 1);
}
