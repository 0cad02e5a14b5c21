/** One file on its way to the server. */
export interface Upload {
  readonly path: string;
  readonly file: File;
  readonly sidecar: File | null;
  state: UploadState;
  /** Bytes sent so far. */
  sent: number;
  checksum: string | null;
}

export type UploadState =
  | { readonly kind: "waiting" | "checking" | "accepted" | "sending" | "created" | "duplicate" | "canceled" }
  | { readonly kind: "failed" | "skipped"; readonly reason: string };

export type UploadKind = UploadState["kind"];

const OPEN: readonly UploadKind[] = ["waiting", "checking", "accepted", "sending"];

export const isOpen = ({ state }: Upload) => OPEN.includes(state.kind);

export interface Totals {
  readonly counts: Readonly<Record<UploadKind, number>>;
  readonly open: number;
  readonly bytes: number;
  readonly bytesDone: number;
}

/** Sums up what the panel tells; skipped files count for nothing but their number. */
export function totalsOf(uploads: Iterable<Upload>): Totals {
  const counts = {
    waiting: 0,
    checking: 0,
    accepted: 0,
    sending: 0,
    created: 0,
    duplicate: 0,
    canceled: 0,
    failed: 0,
    skipped: 0,
  };
  let bytes = 0;
  let bytesDone = 0;
  for (const upload of uploads) {
    counts[upload.state.kind]++;
    if (upload.state.kind === "skipped" || upload.state.kind === "canceled") continue;
    bytes += upload.file.size;
    bytesDone += isOpen(upload) ? upload.sent : upload.file.size;
  }
  return { counts, open: counts.waiting + counts.checking + counts.accepted + counts.sending, bytes, bytesDone };
}

const ORDER: readonly UploadKind[] = [
  "sending",
  "failed",
  "checking",
  "accepted",
  "waiting",
  "skipped",
  "duplicate",
  "created",
  "canceled",
];

/** What is worth seeing first: what moves, then what went wrong. */
export function inOrderOfInterest(uploads: readonly Upload[], most: number): Upload[] {
  const shown: Upload[] = [];
  for (const kind of ORDER) {
    for (const upload of uploads) {
      if (shown.length === most) return shown;
      if (upload.state.kind === kind) shown.push(upload);
    }
  }
  return shown;
}
