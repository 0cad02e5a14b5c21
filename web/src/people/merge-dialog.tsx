import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Person, getPeople } from "../api/people.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { notifyError } from "../ui/toast.tsx";
import { nameOf } from "./person.ts";
import { Portrait } from "./portrait.tsx";

interface MergeDialogProperties {
  readonly person: Person;
  readonly onChoose: (other: Person) => void;
  readonly onClose: () => void;
}

/** Asks who somebody is the same as; those with names come first, as the server lists them. */
export function MergeDialog({ person, onChoose, onClose }: MergeDialogProperties): JSX.Element {
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [part, setPart] = useState("");
  useEffect(() => void getPeople(1, false).then((found) => setPeople(found.people), notifyError), []);
  const others = people.filter(
    ({ id, name }) => id !== person.id && name.toLocaleLowerCase().includes(part.toLocaleLowerCase()),
  );
  return (
    <Dialog title={`Who is the same as ${nameOf(person)}?`} onClose={onClose}>
      <label class="field">
        <span>Name</span>
        <input type="search" value={part} onInput={(event) => setPart(event.currentTarget.value)} />
      </label>
      <ul class="people people-small">
        {others.map((other) => (
          <li key={other.id} class="person">
            <button type="button" onClick={() => onChoose(other)}>
              <Portrait person={other} />
              <span class={other.name ? "" : "quiet"}>{nameOf(other)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}
