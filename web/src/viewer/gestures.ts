import type { Point } from "./zoom.ts";

interface Handlers {
  /** A pinch or a turn of the wheel, at a point measured from the middle. */
  readonly onZoom: (factor: number, at: Point) => void;
  readonly onMove: (dx: number, dy: number) => void;
  /** A finger that went sideways and let go; only asked for while the picture is not enlarged. */
  readonly onSwipe: (direction: -1 | 1) => void;
  readonly onSwipeDown: () => void;
  readonly isZoomed: () => boolean;
}

const SWIPE = 60;

/** Listens to mouse, fingers and wheel on the stage; returns the way to stop. */
export function listenToGestures(stage: HTMLElement, handlers: Handlers): () => void {
  const pointers = new Map<number, Point>();
  let start: Point | null = null;
  const end = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    stage.addEventListener(type, listener, { signal: end.signal, passive: false });

  const fromMiddle = ({ x, y }: Point): Point => {
    const box = stage.getBoundingClientRect();
    return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
  };

  on("wheel", (event) => {
    event.preventDefault();
    handlers.onZoom(
      Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)),
      fromMiddle({ x: event.clientX, y: event.clientY }),
    );
  });
  on("pointerdown", (event) => {
    if (event.button !== 0 || (event.target as HTMLElement).closest("button, video")) return;
    stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    start = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : null;
  });
  on("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other) {
      handlers.onZoom(distance(now, other) / Math.max(1, distance(before, other)), fromMiddle(middle(now, other)));
    } else if (handlers.isZoomed()) {
      handlers.onMove(now.x - before.x, now.y - before.y);
    }
  });
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || !start || handlers.isZoomed()) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (event.pointerType === "mouse" || event.type === "pointercancel") return;
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 1.5 * Math.abs(dy)) handlers.onSwipe(dx > 0 ? -1 : 1);
    else if (dy > 1.5 * SWIPE && dy > 1.5 * Math.abs(dx)) handlers.onSwipeDown();
  };
  on("pointerup", release);
  on("pointercancel", release);
  return () => end.abort();
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
