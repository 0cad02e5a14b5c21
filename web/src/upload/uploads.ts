import { isAbort } from "../api/request.ts";
import { getMediaTypes } from "../api/server.ts";
import { checkBulkUpload } from "../api/upload.ts";
import { tell } from "../news/news.ts";
import { Throttle } from "../ui/throttle.ts";
import { Observable } from "../ui/observable.ts";
import type { Candidate } from "./candidates.ts";
import { checksumOf } from "./checksum.ts";
import { sortFiles } from "./sorting.ts";
import { transfer } from "./transfer.ts";
import { type Upload, type UploadState, isOpen } from "./upload.ts";

const TRANSFERS_AT_ONCE = 3;
const CHECKED_AT_ONCE = 64;
const QUOTA_EXCEEDED = "Quota has been exceeded!";

/** All uploads since the panel was last cleared: each file is checked by its checksum, then sent if it is new. */
class Uploads {
  /** Grows whenever something has changed, a few times a second at most. */
  readonly revision = new Observable(0);
  #all: Upload[] = [];
  #accepted: Upload[] = [];
  #isChecking = false;
  #transfers = 0;
  #cancel = new AbortController();
  readonly #redraw = new Throttle(() => this.revision.set(this.revision.value + 1), 120);

  get all(): readonly Upload[] {
    return this.#all;
  }

  async add(candidates: readonly Candidate[]): Promise<void> {
    if (candidates.length === 0) return;
    const { assets, skipped } = sortFiles(candidates, await getMediaTypes());
    const start = { sent: 0, checksum: null };
    const added = assets.map(({ asset, sidecar }) => ({
      ...start,
      ...asset,
      sidecar: sidecar?.file ?? null,
      state: { kind: "waiting" } as UploadState,
    }));
    const refused = skipped.map(({ file, reason }) => ({
      ...start,
      ...file,
      sidecar: null,
      state: { kind: "skipped", reason } as UploadState,
    }));
    this.#all = [...this.#all, ...added, ...refused];
    this.#proceed();
  }

  retryFailed(): void {
    for (const upload of this.#all) if (upload.state.kind === "failed") this.#put(upload, { kind: "waiting" });
    this.#proceed();
  }

  cancel(): void {
    this.#cancel.abort();
    this.#cancel = new AbortController();
    this.#stop({ kind: "canceled" });
  }

  clear(): void {
    this.cancel();
    this.#all = [];
    this.#redraw.now();
  }

  #proceed(): void {
    this.#redraw.soon();
    void this.#check();
    this.#send();
  }

  /** Takes checksums one file after the other, and asks about them as soon as no transfer would be kept waiting. */
  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    for (let batch = this.#waiting(); batch.length > 0; batch = this.#waiting()) {
      const hashed: Upload[] = [];
      for (const upload of batch) {
        if (upload.state.kind !== "waiting") continue;
        this.#put(upload, { kind: "checking" });
        upload.checksum = await checksumOf(upload.file).catch(() => null);
        hashed.push(upload);
        if (this.#accepted.length === 0) await this.#ask(hashed.splice(0));
      }
      await this.#ask(hashed);
    }
    this.#isChecking = false;
  }

  #waiting(): Upload[] {
    return this.#all.filter(({ state }) => state.kind === "waiting").slice(0, CHECKED_AT_ONCE);
  }

  /** When the question itself fails, the files are sent all the same: the server will tell. */
  async #ask(uploads: readonly Upload[]): Promise<void> {
    const known = uploads.flatMap(({ checksum }, index) => (checksum ? [{ id: String(index), checksum }] : []));
    const answer = known.length > 0 ? await checkBulkUpload(known).catch(() => null) : null;
    const duplicates = new Set(answer?.results.filter(({ action }) => action === "reject").map(({ id }) => id));
    uploads.forEach((upload, index) => {
      if (upload.state.kind !== "checking") return;
      const isKnown = duplicates.has(String(index));
      this.#put(upload, { kind: isKnown ? "duplicate" : "accepted" });
      if (!isKnown) this.#accepted.push(upload);
    });
    this.#send();
  }

  #send(): void {
    while (this.#transfers < TRANSFERS_AT_ONCE) {
      const upload = this.#accepted.shift();
      if (!upload) return;
      this.#transfers++;
      void this.#sendOne(upload).finally(() => {
        this.#transfers--;
        this.#send();
      });
    }
  }

  async #sendOne(upload: Upload): Promise<void> {
    const { file, sidecar, checksum } = upload;
    this.#put(upload, { kind: "sending" });
    const onProgress = (sent: number) => {
      upload.sent = sent;
      this.#redraw.soon();
    };
    try {
      const kind = await transfer({ file, sidecar, checksum, signal: this.#cancel.signal, onProgress });
      this.#put(upload, { kind });
      if (kind === "created") tell({ kind: "arrived" });
    } catch (error) {
      if (isAbort(error)) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#put(upload, { kind: "failed", reason });
      if (reason === QUOTA_EXCEEDED) this.#stop({ kind: "failed", reason });
    }
  }

  /** Ends everything that has not been answered yet. */
  #stop(state: UploadState): void {
    this.#accepted = [];
    for (const upload of this.#all) if (isOpen(upload)) this.#put(upload, state);
  }

  #put(upload: Upload, state: UploadState): void {
    upload.state = state;
    if (state.kind === "waiting") upload.sent = 0;
    this.#redraw.soon();
  }
}

export const uploads = new Uploads();

window.addEventListener("beforeunload", (event) => {
  if (uploads.all.some(isOpen)) event.preventDefault();
});
