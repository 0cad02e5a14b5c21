import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { User } from "../api/account.ts";
import { waiting } from "../duplicates/review.ts";
import { goTo } from "../routing/navigation.ts";
import { signOut } from "../session/session.ts";
import { Button } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.tsx";
import { type Theme, theme, themes } from "../ui/theme.ts";
import { useObservable } from "../ui/use-observable.ts";
import { count } from "../ui/words.ts";
import { ApiKeys } from "./api-keys.tsx";
import { StorageUse } from "./storage-use.tsx";
import "./settings.css";

export function SettingsPage({ user }: { user: User }): JSX.Element {
  useEffect(() => {
    document.title = "Settings · Heirloom";
  }, []);
  return (
    <main class="settings">
      <h1>Settings</h1>
      <section>
        <h2>Account</h2>
        <p>
          <strong>{user.name}</strong>
          <br />
          {user.email}
          {user.isAdmin && " · Administrator"}
        </p>
        <Button onClick={() => void signOut().catch(notifyError)}>Log out</Button>
      </section>
      <Appearance />
      <Duplicates />
      <ApiKeys />
      <StorageUse />
    </main>
  );
}

function Duplicates(): JSX.Element {
  const groups = useObservable(waiting);
  return (
    <section>
      <h2>Duplicates</h2>
      <p class="quiet">
        {groups > 0 ? `${count(groups, "group")} of photos that look the same.` : "No photos look the same."} What you
        decided can be undone for 30 days.
      </p>
      <Button onClick={() => goTo({ page: "duplicates", assetId: null })}>Review duplicates</Button>
    </section>
  );
}

const NAMES: Readonly<Record<Theme, string>> = { system: "Like the system", light: "Light", dark: "Dark" };

function Appearance(): JSX.Element {
  const chosen = useObservable(theme);
  return (
    <section>
      <h2>Appearance</h2>
      <div class="choices" role="radiogroup" aria-label="Theme">
        {themes.map((name) => (
          <label key={name}>
            <input type="radio" name="theme" checked={chosen === name} onChange={() => theme.set(name)} />
            <span>{NAMES[name]}</span>
          </label>
        ))}
      </div>
    </section>
  );
}
