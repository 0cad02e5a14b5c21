import { ApiError, Unreachable, connection, messageOf } from "../api/request.ts";
import { uploadUrl } from "../api/upload.ts";

export interface Transfer {
  readonly file: File;
  readonly sidecar: File | null;
  readonly checksum: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
}

export type Uploaded = "created" | "duplicate";

/** Sends one file. XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function transfer({ file, sidecar, checksum, signal, onProgress }: Transfer): Promise<Uploaded> {
  const form = new FormData();
  const modified = new Date(file.lastModified).toISOString();
  form.set("filename", file.name);
  form.set("fileCreatedAt", modified);
  form.set("fileModifiedAt", modified);
  if (sidecar) form.set("sidecarData", sidecar, `${file.name}.xmp`);
  form.set("assetData", file, file.name);

  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", uploadUrl());
    sending.responseType = "json";
    if (checksum) sending.setRequestHeader("x-immich-checksum", checksum);
    sending.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size));
    sending.onload = () => {
      const { status, response } = sending as { status: number; response: { status?: Uploaded } | null };
      if (status === 200 || status === 201)
        return resolve(response?.status ?? (status === 201 ? "created" : "duplicate"));
      if (status === 401) connection.set("unauthorized");
      reject(new ApiError(status, messageOf(response, status)));
    };
    sending.onerror = () => reject(new Unreachable());
    sending.onabort = () => reject(new DOMException("canceled", "AbortError"));
    signal.addEventListener("abort", () => sending.abort());
    sending.send(form);
  });
}
