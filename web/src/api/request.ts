import { Observable } from "../ui/observable.ts";

/** What the last answers told about the server: everything else listens here instead of catching it everywhere. */
export type Connection = "fine" | "unreachable" | "unauthorized";
export const connection = new Observable<Connection>("fine");

/** The server answered, and the answer is no. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** No answer came, or only one from a proxy in front of a server that is away. */
export class Unreachable extends Error {
  constructor() {
    super("The server cannot be reached.");
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Request {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The address of an API path, below whatever base path the page is served from. */
export function apiUrl(path: string, query: Query = {}): string {
  const url = new URL(`api/${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

export async function request<T>(path: string, { method = "GET", query, body, signal }: Request = {}): Promise<T> {
  const response = await send(apiUrl(path, query), {
    method,
    headers:
      body === undefined
        ? { accept: "application/json" }
        : { accept: "application/json", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (response.status === 204) return undefined as T;
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const error = new ApiError(response.status, messageOf(answer, response.status));
  if (error.status === 401 && path !== "auth/login") connection.set("unauthorized");
  throw error;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    return undefined;
  });
  if (!response || [502, 503, 504].includes(response.status)) {
    connection.set("unreachable");
    throw new Unreachable();
  }
  if (connection.value === "unreachable") connection.set("fine");
  return response;
}

/** The server's own words, with the field that a validation error is about. */
export function messageOf(answer: unknown, status: number): string {
  const { message, errors } = (answer ?? {}) as { message?: string; errors?: { path?: string[]; message?: string }[] };
  const details = errors?.map((error) => [error.path?.join("."), error.message].filter(Boolean).join(": ")).join("; ");
  return details || message || `The server answered with status ${status}.`;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
