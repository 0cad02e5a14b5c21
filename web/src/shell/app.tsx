import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { User } from "../api/account.ts";
import { DuplicatesPage } from "../duplicates/duplicates-page.tsx";
import { countWaiting } from "../duplicates/review.ts";
import { LibraryPage } from "../library/library-page.tsx";
import { startNews } from "../news/live.ts";
import { PeoplePage } from "../people/people-page.tsx";
import { route } from "../routing/navigation.ts";
import { LogIn, SignUp } from "../session/door.tsx";
import { session } from "../session/session.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Confirmation } from "../ui/dialog.tsx";
import { Toasts } from "../ui/toast.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { DropZone } from "../upload/drop-zone.tsx";
import { UploadPanel } from "../upload/upload-panel.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { loadFeatures } from "./features.ts";
import { Header } from "./header.tsx";
import "./shell.css";

export function App(): JSX.Element {
  return (
    <>
      <ConnectionBanner />
      <Room />
      <Toasts />
      <Confirmation />
    </>
  );
}

/** What the reader sees depends on who they are. */
function Room(): JSX.Element | null {
  const now = useObservable(session);
  switch (now.state) {
    case "starting":
      return null;
    case "first-start":
      return <SignUp />;
    case "signed-out":
      return <LogIn />;
    case "signed-in":
      return <Library user={now.user} />;
  }
}

function Library({ user }: { user: User }): JSX.Element {
  const { assetId } = useObservable(route);
  useEffect(() => startNews(user), [user]);
  useEffect(() => void loadFeatures(), [user]);
  useEffect(() => countWaiting(), [user]);
  return (
    <div class="shell">
      <Header isCovered={assetId !== null} />
      <CurrentPage user={user} />
      <div inert={assetId !== null}>
        <UploadPanel />
      </div>
      <DropZone />
    </div>
  );
}

function CurrentPage({ user }: { user: User }): JSX.Element {
  const { page, of } = useObservable(route);
  switch (page) {
    case "settings":
      return <SettingsPage user={user} />;
    case "people":
      return <PeoplePage />;
    case "duplicates":
      return <DuplicatesPage />;
    default:
      return <LibraryPage key={page} page={page} of={of} />;
  }
}
