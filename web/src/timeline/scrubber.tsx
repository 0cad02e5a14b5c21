import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Observable } from "../ui/observable.ts";
import { useObservable } from "../ui/use-observable.ts";
import { monthName } from "../ui/words.ts";
import { type Month, heightOf, monthAt } from "./month.ts";
import { ticksOf } from "./ticks.ts";
import "./scrubber.css";

interface ScrubberProperties {
  readonly months: readonly Month[];
  readonly scrollTop: Observable<number>;
  readonly viewHeight: number;
  readonly onScrub: (scrollTop: number) => void;
}

/** The timeline's whole length at the right edge: a slider whose values are months. */
export function Scrubber({ months, scrollTop, viewHeight, onScrub }: ScrubberProperties): JSX.Element | null {
  const top = useObservable(scrollTop);
  const track = useRef<HTMLDivElement>(null);
  const [trackHeight, setTrackHeight] = useState(0);
  const [isHeld, setHeld] = useState(false);
  useLayoutEffect(() => setTrackHeight(track.current?.clientHeight ?? 0), [viewHeight]);
  const ticks = useMemo(() => ticksOf(months, trackHeight), [months, trackHeight]);

  const range = Math.max(1, heightOf(months) - viewHeight);
  const part = Math.min(1, top / range);
  const month = monthAt(months, top + 1);
  const index = month ? months.indexOf(month) : 0;

  const scrub = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect();
    onScrub(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * range);
  };
  const hold = (event: PointerEvent) => {
    track.current!.setPointerCapture(event.pointerId);
    setHeld(true);
    scrub(event);
  };
  const step = (event: KeyboardEvent) => {
    const months12 = {
      ArrowUp: -1,
      ArrowLeft: -1,
      ArrowDown: 1,
      ArrowRight: 1,
      PageUp: -12,
      PageDown: 12,
      Home: -Infinity,
      End: Infinity,
    };
    const by = months12[event.key as keyof typeof months12];
    if (by === undefined) return;
    event.preventDefault();
    onScrub(months[Math.min(months.length - 1, Math.max(0, index + by))]?.top ?? 0);
  };
  return (
    <div
      ref={track}
      class={isHeld ? "scrubber scrubber-held" : "scrubber"}
      hidden={heightOf(months) < 2 * viewHeight}
      role="slider"
      tabIndex={0}
      aria-label="Month"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, months.length - 1)}
      aria-valuenow={index}
      aria-valuetext={month ? monthName(month.key) : ""}
      onPointerDown={hold}
      onPointerMove={(event) => isHeld && scrub(event)}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
      onKeyDown={step}
    >
      {ticks.map((tick) => (
        <span key={tick.year} class="scrubber-year" style={{ top: `${tick.part * 100}%` }}>
          {tick.year}
        </span>
      ))}
      <span class="scrubber-thumb" style={{ transform: `translateY(${part * trackHeight}px)` }}>
        <span class="scrubber-label">{month ? monthName(month.key) : ""}</span>
      </span>
    </div>
  );
}
