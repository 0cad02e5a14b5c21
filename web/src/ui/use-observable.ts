import { useLayoutEffect, useReducer } from "preact/hooks";
import type { Observable } from "./observable.ts";

/** Renders the component again whenever the observable changes. */
export function useObservable<T>(observable: Observable<T>): T {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const shown = observable.value;
  useLayoutEffect(() => {
    if (!Object.is(shown, observable.value)) render(undefined);
    return observable.subscribe(() => render(undefined));
  }, [observable]);
  return shown;
}
