const HELD_FOR = 450;

let timer: ReturnType<typeof setTimeout> | undefined;
let wasLong = false;

/** Handlers that select an asset when a finger rests on it, and swallow the click that follows. */
export function longPress(select: (assetId: string) => void) {
  const start = (event: PointerEvent) => {
    clearTimeout(timer);
    wasLong = false;
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-id]")?.dataset["id"];
    if (event.pointerType !== "touch" || !id) return;
    timer = setTimeout(() => {
      wasLong = true;
      select(id);
    }, HELD_FOR);
  };
  const stop = () => clearTimeout(timer);
  const swallow = (event: Event) => {
    if (!wasLong) return;
    wasLong = false;
    event.preventDefault();
    event.stopPropagation();
  };
  const keepMenuAway = (event: Event) => wasLong && event.preventDefault();
  return {
    onPointerDown: start,
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerMove: (event: PointerEvent) => Math.abs(event.movementX) + Math.abs(event.movementY) > 4 && stop(),
    onClickCapture: swallow,
    onContextMenu: keepMenuAway,
  };
}
