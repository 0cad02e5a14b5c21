import { request } from "./request.ts";

interface Queue {
  readonly jobCounts: { readonly active: number; readonly waiting: number };
}

export const getQueues = () => request<Readonly<Record<string, Queue>>>("jobs");
