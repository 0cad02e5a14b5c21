import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { type People, type Person, type Suggestion, getPeople, getSuggestions } from "../api/people.ts";
import { followInside } from "../routing/navigation.ts";
import { formatRoute } from "../routing/route.ts";
import { features } from "../shell/features.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { count } from "../ui/words.ts";
import { hide } from "./people.ts";
import { nameOf } from "./person.ts";
import { Portrait } from "./portrait.tsx";
import { SamePerson } from "./same-person.tsx";
import "./people.css";

/** Everybody that the library knows, and the questions of who may be one. */
export function PeoplePage(): JSX.Element {
  const { facialRecognition } = useObservable(features);
  const [withHidden, setWithHidden] = useState(false);
  const [pages, setPages] = useState<readonly People[] | null>(null);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);

  const reload = useCallback(() => {
    getPeople(1, withHidden).then((first) => setPages([first]), notifyError);
    if (facialRecognition) getSuggestions().then(setSuggestions, notifyError);
  }, [withHidden, facialRecognition]);
  useEffect(reload, [reload]);
  useEffect(() => {
    document.title = "People · Heirloom";
  }, []);
  const more = () => {
    const known = pages ?? [];
    getPeople(known.length + 1, withHidden).then((next) => setPages([...known, next]), notifyError);
  };

  const people = pages?.flatMap((page) => page.people) ?? [];
  const hidden = pages?.[0]?.hidden ?? 0;
  return (
    <main class="people-page">
      <header class="people-head">
        <h1>People</h1>
        <span class="spring" />
        {(hidden > 0 || withHidden) && (
          <Button onClick={() => setWithHidden(!withHidden)}>
            {withHidden ? "Leave out the hidden" : `Show ${count(hidden, "hidden person", "hidden people")}`}
          </Button>
        )}
      </header>
      <SamePerson suggestions={suggestions} onAnswer={reload} />
      <ul class="people">
        {people.map((person) => (
          <PersonTile key={person.id} person={person} onChange={reload} />
        ))}
      </ul>
      {pages?.at(-1)?.hasNextPage && <Button onClick={more}>Show more</Button>}
      {pages && people.length === 0 && <Nobody isLookedFor={facialRecognition} />}
    </main>
  );
}

function PersonTile({ person, onChange }: { person: Person; onChange: () => void }): JSX.Element {
  const place = { page: "person", of: person.id, assetId: null } as const;
  return (
    <li class={person.isHidden ? "person person-hidden" : "person"}>
      <a href={formatRoute(place)} onClick={(event) => followInside(event, place)}>
        <Portrait person={person} />
        <span class={person.name ? "" : "quiet"}>{nameOf(person)}</span>
      </a>
      {person.isHidden && (
        <IconButton icon="show" label={`Show ${nameOf(person)}`} onClick={() => void hide(person, false, onChange)} />
      )}
    </li>
  );
}

function Nobody({ isLookedFor }: { isLookedFor: boolean }): JSX.Element {
  return (
    <div class="empty">
      <h2>Nobody yet</h2>
      <p>
        {isLookedFor
          ? "Whoever is on a few photos appears here."
          : "This server has no model that finds faces. People whom your files name appear here nevertheless."}
      </p>
    </div>
  );
}
