import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/icons.tsx";

interface FormProperties {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onSubmit: (values: FormData) => Promise<void>;
  readonly children: ComponentChildren;
}

/** The card in which one signs up or logs in; it shows the server's answer when that is no. */
export function Form({ title, text, action, onSubmit, children }: FormProperties): JSX.Element {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onSubmit(new FormData(event.currentTarget as HTMLFormElement));
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return (
    <main class="door">
      <form class="door-card" onSubmit={submit}>
        <Logo />
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
        <p class="form-error" role="alert">
          {error}
        </p>
        <Button kind="primary" type="submit" disabled={isBusy}>
          {action}
        </Button>
      </form>
    </main>
  );
}

interface FieldProperties {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete: string;
  readonly autofocus?: boolean;
}

export function Field({ name, label, type = "text", autocomplete, autofocus = false }: FieldProperties): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input name={name} type={type} autocomplete={autocomplete} autofocus={autofocus} required />
    </label>
  );
}
