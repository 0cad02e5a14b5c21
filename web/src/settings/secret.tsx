import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** The client that this server's API is tested with. */
const CLIENT = "npx @immich/cli@3.2.2";

/** Shows a new key: the server keeps only its digest, so this is the one time. */
export function Secret({ secret, onClose }: { secret: string; onClose: () => void }): JSX.Element {
  const address = new URL("api", document.baseURI).href;
  return (
    <Dialog title="Your new API key" onClose={onClose}>
      <p>Copy it now: it is shown only this once.</p>
      <Copyable label="Key" text={secret} />
      <p>To upload from a terminal, log in with:</p>
      <Copyable label="Command" text={`${CLIENT} login ${address} ${secret}`} />
      <div class="dialog-actions">
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

function Copyable({ label, text }: { label: string; text: string }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  const select = (event: Event) => (event.currentTarget as HTMLInputElement).select();
  return (
    <div class="copyable">
      <input readOnly value={text} aria-label={label} onFocus={select} />
      {/* The clipboard is there only on a secure page; elsewhere one copies from the field. */}
      {navigator.clipboard && <Button onClick={copy}>{isCopied ? "Copied" : "Copy"}</Button>}
    </div>
  );
}
