import { apiUrl, request } from "./request.ts";

export interface Checksummed {
  /** Any text that finds the file again. */
  readonly id: string;
  /** SHA-1 in hexadecimal digits. */
  readonly checksum: string;
}

export interface UploadCheck {
  readonly id: string;
  readonly action: "accept" | "reject";
  readonly assetId?: string;
  readonly isTrashed?: boolean;
}

export const checkBulkUpload = (assets: readonly Checksummed[]) =>
  request<{ results: readonly UploadCheck[] }>("assets/bulk-upload-check", { method: "POST", body: { assets } });

export const uploadUrl = () => apiUrl("assets");
