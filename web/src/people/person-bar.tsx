import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Person, countAssets, getPerson, updatePerson } from "../api/people.ts";
import { replaceWith } from "../routing/navigation.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { notify, notifyError } from "../ui/toast.tsx";
import { count } from "../ui/words.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { hide, merge } from "./people.ts";
import { Portrait } from "./portrait.tsx";
import "./people.css";

/** Who the page is of, with what can be said of them: a name, that they are somebody else, that they shall not be seen. */
export function PersonBar({ personId }: { personId: string }): JSX.Element | null {
  const [person, setPerson] = useState<Person | null>(null);
  const [assets, setAssets] = useState<number | null>(null);
  const [isMerging, setMerging] = useState(false);
  const load = () => {
    getPerson(personId).then(setPerson, notifyError);
    countAssets(personId).then((answer) => setAssets(answer.assets), notifyError);
  };
  useEffect(load, [personId]);
  if (!person) return null;

  const rename = async (event: Event) => {
    const name = (event.currentTarget as HTMLInputElement).value.trim();
    if (name === person.name) return;
    await updatePerson(person.id, { name }).then((saved) => {
      setPerson(saved);
      notify(name ? `This is ${name}` : "The name is gone");
    }, notifyError);
  };
  const mergeWith = async (other: Person) => {
    setMerging(false);
    const kept = await merge(person, other, load);
    if (kept) replaceWith({ page: "person", of: kept.id, assetId: null });
  };
  return (
    <>
      <div class="page-bar person-bar">
        <Portrait person={person} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            (document.activeElement as HTMLElement).blur();
          }}
        >
          <input
            key={person.name}
            aria-label="Name"
            placeholder="Who is this?"
            defaultValue={person.name}
            autocomplete="off"
            onBlur={rename}
          />
          <span class="quiet">{assets === null ? "" : count(assets, "photo")}</span>
        </form>
        <span class="spring" />
        <Button onClick={() => setMerging(true)}>
          <Icon name="merge" /> Same as…
        </Button>
        <Button onClick={() => void hide(person, !person.isHidden, load)}>
          <Icon name={person.isHidden ? "show" : "hide"} /> {person.isHidden ? "Show" : "Hide"}
        </Button>
      </div>
      {isMerging && <MergeDialog person={person} onChoose={mergeWith} onClose={() => setMerging(false)} />}
    </>
  );
}
