const actions: (() => void)[] = [];

process.once('exit', () => {
  for (const action of actions.reverse()) {
    action();
  }
});

/** Does it when the tests end, however they do: what was made last is undone first. */
export function atExit(action: () => void): void {
  actions.push(action);
}
