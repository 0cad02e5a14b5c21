import type { JSX } from "preact";
import { waiting } from "../duplicates/review.ts";
import { views } from "../library/views.ts";
import { followInside, route } from "../routing/navigation.ts";
import { type Page, pages } from "../routing/route.ts";
import { Icon, type IconName, Logo } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { UploadButton } from "../upload/upload-button.tsx";
import { Preparing } from "./preparing.tsx";

/** The bar at the top; on a phone its links are a second bar at the bottom. */
export function Header({ isCovered }: { isCovered: boolean }): JSX.Element {
  const hasDuplicates = useObservable(waiting) > 0;
  const current = useObservable(route).page;
  const isShown = (page: Page) => page !== "duplicates" || hasDuplicates || current === page;
  return (
    <header class="header" inert={isCovered}>
      <a class="brand" href="photos" onClick={(event) => followInside(event, { page: "photos", assetId: null })}>
        <Logo />
        <span>Heirloom</span>
      </a>
      <nav class="pages" aria-label="Pages">
        {pages.filter(isShown).map((page) => (
          <PageLink key={page} page={page} />
        ))}
      </nav>
      <Preparing />
      <UploadButton />
    </header>
  );
}

function PageLink({ page }: { page: Page }): JSX.Element {
  const isHere = useObservable(route).page === page;
  const { title, icon } = faceOf(page);
  return (
    <a
      href={page}
      aria-label={title}
      title={title}
      aria-current={isHere ? "page" : undefined}
      onClick={(event) => followInside(event, { page, assetId: null })}
    >
      <Icon name={icon} filled={isHere && page === "favorites"} />
      <span>{title}</span>
    </a>
  );
}

function faceOf(page: Page): { readonly title: string; readonly icon: IconName } {
  switch (page) {
    case "settings":
      return { title: "Settings", icon: "settings" };
    case "duplicates":
      return { title: "Duplicates", icon: "copy" };
    default:
      return views[page];
  }
}
