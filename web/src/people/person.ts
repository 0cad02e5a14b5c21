import type { Person } from "../api/people.ts";

export const nameOf = ({ name }: Pick<Person, "name">) => name || "Unnamed";

/** Which of two remains when they become one: the first, unless only the other has a name. */
export function keptOf<P extends Pick<Person, "name">>(one: P, other: P): readonly [kept: P, gone: P] {
  return other.name && !one.name ? [other, one] : [one, other];
}
