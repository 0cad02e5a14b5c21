import { request } from "./request.ts";

export interface ServerConfig {
  readonly isInitialized: boolean;
}

export interface MediaTypes {
  readonly image: readonly string[];
  readonly video: readonly string[];
  readonly sidecar: readonly string[];
}

export interface Storage {
  readonly diskUse: string;
  readonly diskSize: string;
  readonly diskAvailable: string;
  readonly diskUsagePercentage: number;
}

/** What the server can do. */
export interface Features {
  readonly facialRecognition: boolean;
  readonly importFaces: boolean;
  readonly smartSearch: boolean;
}

export interface Version {
  readonly version: string;
}

export const ping = () => request<{ res: string }>("server/ping");
export const getServerConfig = () => request<ServerConfig>("server/config");
export const getFeatures = () => request<Features>("server/features");
export const getMediaTypes = () => request<MediaTypes>("server/media-types");
export const getStorage = () => request<Storage>("server/storage");
export const getAbout = () => request<Version>("server/about");
