import { Observable } from "./observable.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "heirloom-theme";

/** The colours are written as light-dark(), so that one property of the root chooses between them. */
export const theme = new Observable<Theme>(remembered());

theme.subscribe((chosen) => {
  apply(chosen);
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser that keeps nothing still shows what was chosen.
  }
});
apply(theme.value);

function remembered(): Theme {
  try {
    return themes.find((known) => known === localStorage.getItem(KEY)) ?? "system";
  } catch {
    return "system";
  }
}

function apply(chosen: Theme): void {
  document.documentElement.style.colorScheme = chosen === "system" ? "light dark" : chosen;
}
