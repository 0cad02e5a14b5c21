import { Observable } from "../ui/observable.ts";
import { type Route, formatRoute, parseRoute } from "./route.ts";

const base = new URL(document.baseURI).pathname;

export const route = new Observable<Route>(parseRoute(here()));

window.addEventListener("popstate", () => route.set(parseRoute(here())));

function here(): string {
  return location.pathname.startsWith(base) ? location.pathname.slice(base.length) + location.search : "";
}

export function goTo(next: Route): void {
  history.pushState({ inside: true }, "", formatRoute(next));
  route.set(next);
}

/** Goes on without a step in the history: back then leads to where the reader came from. */
export function replaceWith(next: Route): void {
  history.replaceState(history.state, "", formatRoute(next));
  route.set(next);
}

/** Closes what was opened on top of a page, by going back when that is where the reader came from. */
export function closeAsset(): void {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back();
  else replaceWith({ ...route.value, assetId: null });
}

/** Lets a link act within the page, unless the reader asked for a new tab. */
export function followInside(event: MouseEvent, next: Route): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  goTo(next);
}
