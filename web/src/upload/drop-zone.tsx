import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../ui/icons.tsx";
import { notifyError } from "../ui/toast.tsx";
import { droppedCandidates } from "./candidates.ts";
import { uploads } from "./uploads.ts";

/** Lets files and folders be dropped anywhere on the page. */
export function DropZone(): JSX.Element | null {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const on = (type: "dragenter" | "dragover" | "dragleave" | "drop", listener: (event: DragEvent) => void) =>
      window.addEventListener(type, listener, { signal: end.signal });
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const invite = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    on("dragenter", invite);
    on("dragover", invite);
    on("dragleave", (event) => event.relatedTarget === null && setOver(false));
    on("drop", (event) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      droppedCandidates(event.dataTransfer)
        .then((candidates) => uploads.add(candidates))
        .catch(notifyError);
    });
    return () => end.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div class="drop-zone">
      <p>
        <Icon name="upload" />
        Drop to upload
      </p>
    </div>
  );
}
