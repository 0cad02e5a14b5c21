import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Person, type Suggestion, countAssets } from "../api/people.ts";
import { followInside } from "../routing/navigation.ts";
import { formatRoute } from "../routing/route.ts";
import { Button } from "../ui/button.tsx";
import { count } from "../ui/words.ts";
import { accept, reject } from "./people.ts";
import { nameOf } from "./person.ts";
import { Portrait } from "./portrait.tsx";

interface SamePersonProperties {
  readonly suggestions: readonly Suggestion[];
  readonly onAnswer: () => void;
}

/** Asks of people who are alike whether they are one, the most alike first. */
export function SamePerson({ suggestions, onAnswer }: SamePersonProperties): JSX.Element | null {
  if (suggestions.length === 0) return null;
  return (
    <section class="same" aria-labelledby="same-title">
      <h2 id="same-title">Same person?</h2>
      <ul>
        {suggestions.map((suggestion) => (
          <Question key={suggestion.people.map(({ id }) => id).join(" ")} suggestion={suggestion} onAnswer={onAnswer} />
        ))}
      </ul>
    </section>
  );
}

function Question({ suggestion, onAnswer }: { suggestion: Suggestion; onAnswer: () => void }): JSX.Element {
  const [isAnswered, setAnswered] = useState(false);
  const answer = async (given: Promise<void>) => {
    setAnswered(true);
    await given;
    setAnswered(false);
  };
  return (
    <li class="question">
      <div class="question-people">
        {suggestion.people.map((person) => (
          <Candidate key={person.id} person={person} />
        ))}
      </div>
      <p class="quiet">Their faces are {Math.round(suggestion.similarity * 100)} % alike.</p>
      <div class="question-answers">
        <Button disabled={isAnswered} onClick={() => void answer(reject(suggestion, onAnswer))}>
          No, two
        </Button>
        <Button kind="primary" disabled={isAnswered} onClick={() => void answer(accept(suggestion, onAnswer))}>
          Yes, the same
        </Button>
      </div>
    </li>
  );
}

/** Leads to the photos, for those who must look twice. */
function Candidate({ person }: { person: Person }): JSX.Element {
  const [assets, setAssets] = useState<number | null>(null);
  useEffect(() => {
    countAssets(person.id).then(
      (answer) => setAssets(answer.assets),
      () => setAssets(null),
    );
  }, [person.id]);
  const place = { page: "person", of: person.id, assetId: null } as const;
  return (
    <a href={formatRoute(place)} onClick={(event) => followInside(event, place)}>
      <Portrait person={person} />
      <span>{nameOf(person)}</span>
      <span class="quiet">{assets === null ? "" : count(assets, "photo")}</span>
    </a>
  );
}
