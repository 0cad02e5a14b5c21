import type { Caller } from './account.ts';

/** A client that keeps cookies and has no other credential, as the mobile app and browsers. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  get(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  caller(baseUrl: string): Caller {
    return { baseUrl, headers: this.#cookies.size ? { cookie: this.header } : {} };
  }

  async fetch(url: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers);
    if (this.#cookies.size) {
      headers.set('cookie', this.header);
    }
    const answer = await fetch(url, { ...options, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (!value || /max-age=0\b|expires=thu, 01[ -]jan[ -]1970/i.test(cookie)) {
        this.#cookies.delete(name!);
      } else {
        this.#cookies.set(name!, value);
      }
    }
    return answer;
  }
}
