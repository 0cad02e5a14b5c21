import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../ui/icons.tsx";
import { notifyError } from "../ui/toast.tsx";
import { chosenCandidates } from "./candidates.ts";
import { uploads } from "./uploads.ts";

export function UploadButton(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: Event) => {
    const { files } = event.currentTarget as HTMLInputElement;
    if (files) uploads.add(chosenCandidates(files)).catch(notifyError);
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <button type="button" class="button button-primary upload-button" onClick={() => input.current?.click()}>
        <Icon name="upload" />
        <span>Upload</span>
      </button>
      <input ref={input} type="file" multiple hidden aria-label="Files to upload" onChange={choose} />
    </>
  );
}
