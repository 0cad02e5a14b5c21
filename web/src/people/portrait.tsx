import type { JSX } from "preact";
import { type Person, portraitUrl } from "../api/people.ts";
import { Icon } from "../ui/icons.tsx";

/** A person's face in a circle. */
export function Portrait({ person }: { person: Person }): JSX.Element {
  return (
    <span class="portrait">
      {person.thumbnailPath ? (
        <img src={portraitUrl(person)} alt="" loading="lazy" decoding="async" draggable={false} />
      ) : (
        <Icon name="user" />
      )}
    </span>
  );
}
