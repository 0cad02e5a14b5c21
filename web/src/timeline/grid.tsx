import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { goTo } from "../routing/navigation.ts";
import type { Place } from "../routing/route.ts";
import { Observable } from "../ui/observable.ts";
import { useObservable } from "../ui/use-observable.ts";
import { rowOf } from "./anchor.ts";
import { dayOf } from "./asset.ts";
import { rowsWithin } from "./layout.ts";
import { longPress } from "./long-press.ts";
import { MonthSection } from "./month-section.tsx";
import { type Month, heightOf, monthsWithin } from "./month.ts";
import { Scrubber } from "./scrubber.tsx";
import type { Selection } from "./selection.ts";
import { stepFrom, stepOfKey } from "./steps.ts";
import type { Timeline } from "./timeline.ts";
import { useViewport } from "./use-viewport.ts";
import "./grid.css";

interface GridProperties {
  readonly timeline: Timeline;
  readonly months: readonly Month[];
  readonly place: Place;
  readonly selection: Selection;
  /** The asset that the viewer shows; when it closes, the grid goes on from there. */
  readonly openedId: string | null;
}

/** The virtual grid: of all months and rows only those near the view are in the document. */
export function Grid({ timeline, months, place, selection, openedId }: GridProperties): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTop = useMemo(() => new Observable(0), []);
  const view = useViewport(timeline, months, scroller, scrollTop);
  const selected = useObservable(selection.ids);
  const [entryId, setEntryId] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  const lastOpened = useRef(openedId);
  useLayoutEffect(() => {
    const closed = openedId === null ? lastOpened.current : null;
    lastOpened.current = openedId;
    if (closed !== null) goOnFrom(closed);
  }, [openedId]);
  useLayoutEffect(() => {
    if (!wantsFocus.current || entryId === null) return;
    const link = linkOf(scroller.current, entryId);
    link?.focus({ preventScroll: true });
    wantsFocus.current = !link;
  });

  const goOnFrom = (id: string) => {
    wantsFocus.current = true;
    setEntryId(id);
    reveal(scroller.current!, timeline, id);
  };

  const act = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const day = target.closest<HTMLElement>(".day");
    if (day) return selection.toggleAll(idsOfDay(months, Number(day.dataset["day"])));
    const id = target.closest<HTMLElement>("[data-id]")?.dataset["id"];
    if (!id || event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    setEntryId(id);
    if (event.shiftKey) void selection.extend(timeline, id);
    else if (selected.size > 0 || target.closest(".cell-select")) selection.toggle(id);
    else goTo({ ...place, assetId: id });
  };

  const move = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-id]")?.dataset["id"];
    if (!id || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOfKey(event.key);
    if (event.key === " ") selection.toggle(id);
    else if (!step) return;
    event.preventDefault();
    const next = step && stepFrom(months, id, step);
    if (next) goOnFrom(next);
  };

  const margin = view.height * (view.isPassing ? 0.2 : 0.5);
  const [top, bottom] = [view.top - margin, view.top + view.height + margin];
  const drawn = monthsWithin(months, top, bottom);
  const entry = entryId !== null && timeline.find(entryId) ? entryId : firstInView(drawn, view.top);
  const kept = entry === null ? undefined : timeline.monthOf(entry);
  const sections = kept && !drawn.includes(kept) && months.includes(kept) ? [...drawn, kept] : drawn;
  return (
    <div class="timeline">
      <div
        class="timeline-scroller"
        ref={scroller}
        onScroll={view.onScroll}
        onClick={act}
        onKeyDown={move}
        {...longPress((id) => selection.toggle(id))}
      >
        <div
          class={view.isPassing ? "timeline-canvas is-passing" : "timeline-canvas"}
          style={{ height: `${heightOf(months)}px` }}
        >
          {sections.map((month) => {
            const [firstRow, endRow] = month.loaded
              ? rowsWithin(month.loaded.layout, top - month.top, bottom - month.top)
              : [0, 0];
            return (
              <MonthSection
                key={month.key}
                month={month}
                geometry={timeline.geometry}
                firstRow={firstRow}
                endRow={endRow}
                place={place}
                selected={selected}
                entryId={kept === month ? entry : null}
                isPassing={view.isPassing}
                onRetry={retryOf(timeline)}
              />
            );
          })}
        </div>
      </div>
      {!timeline.source.isRanked && (
        <Scrubber
          months={months}
          scrollTop={scrollTop}
          viewHeight={view.height}
          onScrub={(y) => scroller.current?.scrollTo({ top: y })}
        />
      )}
    </div>
  );
}

const retries = new WeakMap<Timeline, (key: string) => void>();

/** The same function each time, so that months are not drawn again for it. */
function retryOf(timeline: Timeline): (key: string) => void {
  const retry = retries.get(timeline) ?? ((key: string) => timeline.retry(key));
  retries.set(timeline, retry);
  return retry;
}

function linkOf(scroller: HTMLElement | null, id: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] .cell-link`) ?? null;
}

function idsOfDay(months: readonly Month[], day: number): string[] {
  const assets = months.flatMap((month) => month.loaded?.assets ?? []);
  return assets.filter((asset) => dayOf(asset) === day).map(({ id }) => id);
}

function firstInView(months: readonly Month[], viewTop: number): string | null {
  for (const month of months) {
    const row = month.loaded?.layout.rows.find(({ top }) => month.top + top >= viewTop);
    if (row) return row.cells[0]?.asset.id ?? null;
  }
  return null;
}

/** Scrolls just as far as it takes to see the asset whole. */
function reveal(scroller: HTMLElement, timeline: Timeline, assetId: string): void {
  const month = timeline.monthOf(assetId);
  const row = month && rowOf(month, assetId);
  if (!row) return;
  const top = month.top + row.top - timeline.geometry.labelHeight;
  const bottom = month.top + row.top + row.height + 24;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
