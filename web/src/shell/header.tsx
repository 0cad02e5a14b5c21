import type { JSX } from "preact";
import { waiting } from "../duplicates/review.ts";
import { views } from "../library/views.ts";
import { followInside, route } from "../routing/navigation.ts";
import { pages } from "../routing/route.ts";
import { SearchField } from "../search/search-field.tsx";
import { Icon, type IconName, Logo } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { UploadButton } from "../upload/upload-button.tsx";
import { features } from "./features.ts";
import { Preparing } from "./preparing.tsx";

type LinkedPage = (typeof pages)[number];

/** The bar at the top; on a phone its links are a second bar at the bottom. */
export function Header({ isCovered }: { isCovered: boolean }): JSX.Element {
  const { facialRecognition, importFaces, smartSearch } = useObservable(features);
  const hasDuplicates = useObservable(waiting) > 0;
  const here = useObservable(route).page;
  const hidden: Partial<Record<LinkedPage, boolean>> = {
    people: !facialRecognition && !importFaces,
    duplicates: !hasDuplicates && here !== "duplicates",
  };
  const shown = pages.filter((page) => !hidden[page]);
  return (
    <header class="header" inert={isCovered}>
      <a class="brand" href="photos" onClick={(event) => followInside(event, { page: "photos", assetId: null })}>
        <Logo />
        <span>Heirloom</span>
      </a>
      <nav class="pages" aria-label="Pages">
        {shown.map((page) => (
          <PageLink key={page} page={page} />
        ))}
      </nav>
      <Preparing />
      {smartSearch && <SearchField />}
      <UploadButton />
    </header>
  );
}

function PageLink({ page }: { page: LinkedPage }): JSX.Element {
  const current = useObservable(route).page;
  const isHere = current === page || (page === "people" && current === "person");
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

function faceOf(page: LinkedPage): { readonly title: string; readonly icon: IconName } {
  switch (page) {
    case "settings":
      return { title: "Settings", icon: "settings" };
    case "people":
      return { title: "People", icon: "people" };
    case "duplicates":
      return { title: "Duplicates", icon: "copy" };
    default:
      return views[page];
  }
}
