import type { JSX } from "preact";
import { Observable } from "./observable.ts";
import { useObservable } from "./use-observable.ts";

interface Toast {
  readonly text: string;
  readonly isError: boolean;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const SHOWN_FOR = 8000;
const toast = new Observable<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells in passing what happened, if possible with the way to take it back. */
export function notify(text: string, action: Toast["action"] = null): void {
  show({ text, isError: false, action });
}

export function notifyError(error: unknown): void {
  show({ text: error instanceof Error ? error.message : String(error), isError: true, action: null });
}

function show(next: Toast): void {
  clearTimeout(timer);
  timer = setTimeout(() => toast.set(null), SHOWN_FOR);
  toast.set(next);
}

export function Toasts(): JSX.Element {
  const shown = useObservable(toast);
  const act = () => {
    toast.set(null);
    shown?.action?.run();
  };
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown && (
        <div class={`toast ${shown.isError ? "toast-error" : ""}`}>
          <span>{shown.text}</span>
          {shown.action && (
            <button type="button" class="toast-action" onClick={act}>
              {shown.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
