import { request } from "./request.ts";

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly permissions: readonly string[];
}

export const getApiKeys = () => request<readonly ApiKey[]>("api-keys");

export const createApiKey = (name: string) =>
  request<{ secret: string; apiKey: ApiKey }>("api-keys", { method: "POST", body: { name, permissions: ["all"] } });

export const deleteApiKey = (id: string) => request<void>(`api-keys/${id}`, { method: "DELETE" });
