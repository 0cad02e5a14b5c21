import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button, IconButton } from "../ui/button.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { bytes, count } from "../ui/words.ts";
import { type Totals, type Upload, inOrderOfInterest, isOpen, totalsOf } from "./upload.ts";
import { uploads } from "./uploads.ts";
import "./upload.css";

const LISTED = 150;

/** What happens to the chosen files, one by one and all together. */
export function UploadPanel(): JSX.Element | null {
  useObservable(uploads.revision);
  const [isFolded, setFolded] = useState(false);
  if (uploads.all.length === 0) return null;
  const totals = totalsOf(uploads.all);
  const listed = inOrderOfInterest(uploads.all, LISTED);
  const more = uploads.all.length - listed.length;
  return (
    <section class="upload-panel" aria-label="Uploads">
      <header>
        <h2 aria-live="polite">{headline(totals)}</h2>
        <IconButton
          icon={isFolded ? "up" : "down"}
          label={isFolded ? "Unfold" : "Fold"}
          onClick={() => setFolded(!isFolded)}
        />
        {totals.open === 0 && <IconButton icon="close" label="Close" onClick={() => uploads.clear()} />}
      </header>
      <progress max={totals.bytes || 1} value={totals.bytes ? totals.bytesDone : 1} aria-label="All uploads" />
      <p class="upload-counts">{countsOf(totals)}</p>
      {!isFolded && (
        <>
          <ul>
            {listed.map((upload) => (
              <Line key={upload.path + upload.file.lastModified} upload={upload} />
            ))}
            {more > 0 && <li class="upload-more">and {count(more, "more file")}</li>}
          </ul>
          <footer>
            {totals.counts.failed > 0 && <Button onClick={() => uploads.retryFailed()}>Retry failed</Button>}
            {totals.open > 0 && <Button onClick={() => uploads.cancel()}>Cancel</Button>}
          </footer>
        </>
      )}
    </section>
  );
}

function headline({ open, bytes: all, bytesDone }: Totals): string {
  if (open === 0) return "Uploads finished";
  return `Uploading ${count(open, "file")}, ${Math.floor((100 * bytesDone) / Math.max(1, all))} %`;
}

function countsOf({ counts }: Totals): string {
  const parts: [number, string][] = [
    [counts.created, "uploaded"],
    [counts.duplicate, "already there"],
    [counts.failed, "failed"],
    [counts.skipped, "skipped"],
    [counts.canceled, "canceled"],
  ];
  return parts.flatMap(([number, word]) => (number > 0 ? [`${number.toLocaleString()} ${word}`] : [])).join(" · ");
}

const STATES = {
  waiting: "Waiting",
  checking: "Checking",
  accepted: "Waiting",
  sending: "",
  created: "Uploaded",
  duplicate: "Already there",
  canceled: "Canceled",
} as const;

function Line({ upload }: { upload: Upload }): JSX.Element {
  const { file, path, sent, state } = upload;
  const status =
    "reason" in state
      ? state.reason
      : state.kind === "sending"
        ? `${bytes(sent)} of ${bytes(file.size)}`
        : STATES[state.kind];
  return (
    <li class={`upload upload-${state.kind}`}>
      <span class="upload-path" title={path}>
        {path}
      </span>
      <span class="upload-status">{status}</span>
      {state.kind === "sending" && isOpen(upload) && <progress max={file.size || 1} value={sent} aria-label={path} />}
    </li>
  );
}
