/**
 * What happened to the library, whoever did it. The page's own actions bring the news, and the server's websocket, or a
 * poll while that is down.
 */
export type News =
  | { readonly kind: "trashed" | "restored" | "deleted"; readonly ids: readonly string[] }
  | { readonly kind: "changed"; readonly ids: readonly string[]; readonly change: Change }
  /** Assets were uploaded, or the server has prepared some further. */
  | { readonly kind: "arrived" | "prepared" }
  | { readonly kind: "preparing"; readonly count: number };

export interface Change {
  readonly isFavorite?: boolean;
  readonly visibility?: "timeline" | "archive";
}

type Listener = (news: News) => void;

const listeners = new Set<Listener>();

/** Returns the way to stop listening. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tell(news: News): void {
  for (const listener of [...listeners]) listener(news);
}
