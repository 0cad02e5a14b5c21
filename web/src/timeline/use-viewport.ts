import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { anchorAt, scrollTopOf } from "./anchor.ts";
import { type Month } from "./month.ts";
import type { Timeline } from "./timeline.ts";
import type { Observable } from "../ui/observable.ts";

/** Pixels per millisecond. Faster than this, and pictures would only be loaded to be thrown away ... */
const PASSING_SPEED = 6;
/** ... until the reader slows down to this. */
const LOOKING_SPEED = 2;
/** Faster than this, and the same is true of whole months. */
const SCRUBBING_SPEED = 40;
const SETTLES_AFTER = 110;
/** The view is drawn again when it has moved by this much; the overscan covers what lies between. */
const STEP = 120;

export interface Viewport {
  readonly top: number;
  readonly height: number;
  readonly isPassing: boolean;
}

/** Binds the scroll position to the timeline's anchor: scrolling moves the anchor, changes of layout follow it. */
export function useViewport(
  timeline: Timeline,
  months: readonly Month[],
  scroller: RefObject<HTMLElement>,
  scrollTop: Observable<number>,
): Viewport & { onScroll: () => void } {
  const [view, setView] = useState({ step: 0, height: 0, isPassing: false });
  const last = useRef({ top: 0, time: 0, speed: 0, isPassing: false, timer: 0 });

  const load = () => {
    const { top } = last.current;
    const height = scroller.current?.clientHeight ?? 0;
    timeline.show(top - height, top + 2 * height);
  };
  const settle = () => {
    last.current.isPassing = false;
    setView((before) => ({ ...before, isPassing: false }));
    load();
  };
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop: top, clientHeight: height } = element;
    const now = performance.now();
    const latestSpeed = Math.abs(top - last.current.top) / Math.max(8, now - last.current.time);
    const speed = (last.current.speed + latestSpeed) / 2;
    const isPassing = speed > (last.current.isPassing ? LOOKING_SPEED : PASSING_SPEED);
    clearTimeout(last.current.timer);
    last.current = { top, time: now, speed, isPassing, timer: window.setTimeout(settle, SETTLES_AFTER) };
    timeline.anchor = anchorAt(months, top);
    scrollTop.set(top);
    if (speed > SCRUBBING_SPEED) timeline.pass();
    else load();
    const step = Math.floor(top / STEP);
    setView((before) =>
      before.step === step && before.height === height && before.isPassing === isPassing
        ? before
        : { step, height, isPassing },
    );
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const isAtEnd = element.scrollTop >= element.scrollHeight - element.clientHeight - 1;
    const movedSince = isAtEnd ? 0 : element.scrollTop - last.current.top;
    const top = scrollTopOf(months, timeline.anchor) + movedSince;
    if (Math.abs(top - element.scrollTop) > 0.5) element.scrollTop = top;
    last.current.top = element.scrollTop;
    scrollTop.set(element.scrollTop);
    load();
  }, [months]);

  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = () => {
      timeline.resize(contentWidth(element));
      setView((before) => ({ ...before, height: element.clientHeight }));
      load();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(last.current.timer);
    };
  }, [timeline]);

  const top = scrollTopOf(months, timeline.anchor);
  return { top, height: view.height, isPassing: view.isPassing, onScroll };
}

function contentWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}
