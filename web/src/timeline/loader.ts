type Load<K> = (key: K, signal: AbortSignal) => Promise<void>;

/** Loads what is wanted, a few at a time and the first wanted first; what is wanted no longer is aborted. */
export class Loader<K> {
  readonly #load: Load<K>;
  readonly #concurrency: number;
  readonly #running = new Map<K, AbortController>();
  #waiting: K[] = [];

  constructor(load: Load<K>, concurrency: number) {
    this.#load = load;
    this.#concurrency = concurrency;
  }

  want(keys: readonly K[]): void {
    for (const [key, controller] of this.#running) {
      if (keys.includes(key)) continue;
      this.#running.delete(key);
      controller.abort();
    }
    this.#waiting = keys.filter((key) => !this.#running.has(key));
    this.#start();
  }

  #start(): void {
    while (this.#running.size < this.#concurrency) {
      const key = this.#waiting.shift();
      if (key === undefined) return;
      const controller = new AbortController();
      this.#running.set(key, controller);
      void this.#load(key, controller.signal).finally(() => {
        if (this.#running.get(key) !== controller) return;
        this.#running.delete(key);
        this.#start();
      });
    }
  }
}
