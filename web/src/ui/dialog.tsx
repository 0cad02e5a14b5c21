import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { Observable } from "./observable.ts";
import { useObservable } from "./use-observable.ts";

/** The browser's own modal dialog: it holds the focus, and Escape closes it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="dialog-title" onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

interface Question {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly answer: (confirmed: boolean) => void;
}

const question = new Observable<Question | null>(null);

/** Asks before something that cannot be undone. */
export function confirm(title: string, text: string, action: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (confirmed: boolean) => {
      question.set(null);
      resolve(confirmed);
    };
    question.set({ title, text, action, answer });
  });
}

export function Confirmation(): JSX.Element | null {
  const asked = useObservable(question);
  if (!asked) return null;
  return (
    <Dialog title={asked.title} onClose={() => asked.answer(false)}>
      <p>{asked.text}</p>
      <div class="dialog-actions">
        <Button onClick={() => asked.answer(false)}>Cancel</Button>
        <Button kind="danger" onClick={() => asked.answer(true)}>
          {asked.action}
        </Button>
      </div>
    </Dialog>
  );
}
