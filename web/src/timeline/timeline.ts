import { connection, isAbort } from "../api/request.ts";
import { type News, listen } from "../news/news.ts";
import { Observable } from "../ui/observable.ts";
import { type Anchor } from "./anchor.ts";
import type { TimelineAsset } from "./asset.ts";
import { effectOf } from "./effect.ts";
import { Estimate } from "./estimate.ts";
import { type Geometry, geometryFor } from "./geometry.ts";
import { layoutMonth } from "./layout.ts";
import { type Month, monthsWithin, stackMonths } from "./month.ts";
import { Loader } from "./loader.ts";
import type { Source } from "./source.ts";
import { Throttle } from "../ui/throttle.ts";

const LOADS_AT_ONCE = 3;
const REFRESH_EVERY = 1500;

/** The months of one source, loaded as far as somebody looks at them. It outlives the page that shows it. */
export class Timeline {
  readonly source: Source;
  /** Newest first; null before the first answer. Every change makes a new array. */
  readonly months = new Observable<readonly Month[] | null>(null);
  /** What the reader looks at; kept here so that coming back finds the same place. */
  anchor: Anchor | null = null;

  #geometry: Geometry;
  #span: readonly [number, number] = [0, 0];
  #isShown = false;
  #isOutdated = true;
  readonly #estimate = new Estimate();
  readonly #monthOfAsset = new Map<string, string>();
  readonly #loader = new Loader<string>((key, signal) => this.#load(key, signal), LOADS_AT_ONCE);
  readonly #refreshes = new Throttle(() => void this.#refresh(), REFRESH_EVERY);

  readonly #deafen: readonly (() => void)[];

  constructor(source: Source) {
    this.source = source;
    this.#geometry = geometryFor(1000, source.isRanked);
    this.#deafen = [
      listen((news) => this.#hear(news)),
      connection.subscribe((now) => now === "fine" && this.#outdate()),
    ];
  }

  /** Hears no news from now on. */
  close(): void {
    for (const deafen of this.#deafen) deafen();
  }

  /** Keeps the timeline up to date from now on; returns the way to let it rest. */
  open(): () => void {
    this.#isShown = true;
    if (this.#isOutdated) this.#refreshes.now();
    return () => {
      this.#isShown = false;
      this.#loader.want([]);
    };
  }

  get geometry(): Geometry {
    return this.#geometry;
  }

  resize(width: number): void {
    if (width === this.#geometry.width || width <= 0) return;
    this.#geometry = geometryFor(width, this.source.isRanked);
    this.#change((months) => months.map((month) => this.#measured(month)));
  }

  /** Loads what lies in the span, the nearest to its middle first, and nothing else. */
  show(top: number, bottom: number): void {
    this.#span = [top, bottom];
    this.#demand();
  }

  /** Stops loading while the reader flies past. */
  pass(): void {
    this.#loader.want([]);
  }

  retry(key: string): void {
    this.#change((months) => months.map((month) => (month.key === key ? { ...month, hasFailed: false } : month)));
    this.#demand();
  }

  monthOf(assetId: string): Month | undefined {
    const key = this.#monthOfAsset.get(assetId);
    return key === undefined ? undefined : this.#month(key);
  }

  find(assetId: string): TimelineAsset | undefined {
    return this.monthOf(assetId)?.loaded?.assets.find(({ id }) => id === assetId);
  }

  /** The assets of a month, loaded now if they are not yet. */
  async assetsIn(key: string): Promise<readonly TimelineAsset[]> {
    if (this.#month(key) && !this.#month(key)?.loaded) await this.#load(key, new AbortController().signal);
    return this.#month(key)?.loaded?.assets ?? [];
  }

  /** Waits for the list of months, which everything else builds on. */
  async ready(): Promise<readonly Month[]> {
    return (
      this.months.value ??
      new Promise((resolve) => {
        const stop = this.months.subscribe((months) => {
          if (!months) return;
          stop();
          resolve(months);
        });
      })
    );
  }

  #month(key: string): Month | undefined {
    return this.months.value?.find((month) => month.key === key);
  }

  #demand(): void {
    if (!this.#isShown || !this.months.value) return;
    const [top, bottom] = this.#span;
    const middle = (top + bottom) / 2;
    const distance = (month: Month) => Math.max(0, month.top - middle, middle - month.top - month.height);
    const wanted = monthsWithin(this.months.value, top, bottom)
      .filter((month) => (!month.loaded || month.isStale) && !month.hasFailed)
      .sort((left, right) => distance(left) - distance(right));
    this.#loader.want(wanted.map(({ key }) => key));
  }

  async #refresh(): Promise<void> {
    const buckets = await this.source.listMonths().catch(() => null);
    if (!buckets) return;
    this.#isOutdated = false;
    this.#loader.want([]);
    const known = new Map(this.months.value?.map((month) => [month.key, month]));
    this.#set(
      buckets.map(({ timeBucket, count }) => {
        const month = known.get(timeBucket);
        if (month?.loaded) return { ...month, count, isStale: true, hasFailed: false };
        if (month?.count === count) return { ...month, hasFailed: false };
        return this.#measured({
          key: timeBucket,
          count,
          top: 0,
          height: 0,
          loaded: null,
          isStale: false,
          hasFailed: false,
        });
      }),
    );
    this.#demand();
  }

  async #load(key: string, signal: AbortSignal): Promise<void> {
    try {
      const assets = await this.source.listAssets(key, signal);
      if (!signal.aborted) this.#replace(key, assets);
    } catch (error) {
      if (isAbort(error)) return;
      this.#change((months) => months.map((month) => (month.key === key ? { ...month, hasFailed: true } : month)));
    }
  }

  #replace(key: string, assets: readonly TimelineAsset[]): void {
    for (const { id } of assets) this.#monthOfAsset.set(id, key);
    this.#change((months) =>
      months.map((month) => {
        if (month.key !== key) return month;
        const layout = layoutMonth(assets, this.#geometry);
        if (!month.loaded) this.#estimate.learn(assets, layout);
        const loaded = { assets, layout };
        return { ...month, count: assets.length, height: layout.height, loaded, isStale: false, hasFailed: false };
      }),
    );
  }

  #measured(month: Month): Month {
    if (!month.loaded) return { ...month, height: this.#estimate.heightOf(month.count, this.#geometry) };
    const layout = layoutMonth(month.loaded.assets, this.#geometry);
    return { ...month, height: layout.height, loaded: { ...month.loaded, layout } };
  }

  #change(change: (months: readonly Month[]) => Month[]): void {
    if (this.months.value) this.#set(change(this.months.value));
  }

  #set(months: readonly Month[]): void {
    this.months.set(stackMonths(months.filter(({ count }) => count > 0)));
  }

  #hear(news: News): void {
    const effect = effectOf(news, this.source.filter);
    if (effect === "refresh" && !(this.source.isRanked && isArrival(news))) this.#outdate();
    if (effect === "nothing" || effect === "refresh" || !("ids" in news)) return;
    const affected = new Set(news.ids);
    const keys = new Set(news.ids.map((id) => this.#monthOfAsset.get(id)));
    for (const { key, loaded } of this.months.value ?? []) {
      if (!loaded || !keys.has(key)) continue;
      if (effect === "remove")
        this.#replace(
          key,
          loaded.assets.filter(({ id }) => !affected.has(id)),
        );
      else if (news.kind === "changed") {
        const { isFavorite } = news.change;
        if (isFavorite === undefined) continue;
        this.#replace(
          key,
          loaded.assets.map((asset) => (affected.has(asset.id) ? { ...asset, isFavorite } : asset)),
        );
      }
    }
  }

  #outdate(): void {
    this.#isOutdated = true;
    if (this.#isShown) this.#refreshes.soon();
  }
}

/** Searching again for every photo that comes would be slow, and move what the reader looks at. */
const isArrival = ({ kind }: News) => kind === "arrived" || kind === "prepared";
