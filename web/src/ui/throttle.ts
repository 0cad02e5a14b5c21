/** Runs an action at once when it has rested long enough, and otherwise once the rest is over. */
export class Throttle {
  readonly #action: () => void;
  readonly #pause: number;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(action: () => void, pause: number) {
    this.#action = action;
    this.#pause = pause;
  }

  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = Date.now();
    this.#action();
  }

  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), Math.max(0, this.#last + this.#pause - Date.now()));
  }
}
