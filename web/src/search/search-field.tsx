import type { JSX } from "preact";
import { goTo, route } from "../routing/navigation.ts";
import { Icon } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";
import "./search.css";

/** Asks for photos in words; what was asked for stays to be read. */
export function SearchField(): JSX.Element {
  const { page, of } = useObservable(route);
  const words = page === "search" ? (of ?? "") : "";
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const sought = String(new FormData(event.currentTarget as HTMLFormElement).get("words")).trim();
    if (sought) goTo({ page: "search", of: sought, assetId: null });
  };
  return (
    <form class="search" role="search" onSubmit={search}>
      <Icon name="search" />
      <input
        key={words}
        name="words"
        type="search"
        aria-label="Search photos"
        placeholder="Search photos"
        defaultValue={words}
        enterkeyhint="search"
        autocomplete="off"
      />
    </form>
  );
}
