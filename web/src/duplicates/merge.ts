import type { Conflict, Gain, Known, Merge, Undone } from "../api/duplicates.ts";
import { count } from "../ui/words.ts";

/** One thing that the kept asset gets. */
export interface Gained {
  readonly what: string;
  readonly value: string;
  /** What it says now; empty when it says nothing. */
  readonly instead: string;
}

const VISIBILITY: Readonly<Record<string, string>> = { timeline: "Timeline", archive: "Archive", locked: "Locked" };

const FIELDS: readonly { readonly what: string; readonly read: (known: Known) => string }[] = [
  { what: "Favorite", read: ({ isFavorite }) => (isFavorite ? "yes" : "") },
  { what: "Shown in", read: ({ visibility }) => VISIBILITY[visibility] ?? visibility },
  { what: "Rating", read: ({ rating }) => (rating === null ? "" : rating < 0 ? "rejected" : count(rating, "star")) },
  { what: "Description", read: ({ description }) => description },
  { what: "Place", read: ({ latitude, longitude }) => placeOf(latitude, longitude) },
  { what: "Date", read: ({ dateTimeOriginal, timeZone }) => dateOf(dateTimeOriginal, timeZone) },
];

const GAINS: readonly { readonly kind: Gain["kind"]; readonly what: string }[] = [
  { kind: "album", what: "Albums" },
  { kind: "tag", what: "Tags" },
  { kind: "person", what: "People" },
  { kind: "sharedLink", what: "Shared links" },
  { kind: "stack", what: "Stack" },
];

/** What a merge adds, field by field; what stays as it is is left out. */
export function gainedBy({ before, after, gained }: Merge): Gained[] {
  const fields = FIELDS.map(({ what, read }) => ({ what, value: read(after), instead: read(before) }));
  const others = GAINS.map(({ kind, what }) => {
    const names = gained.filter((gain) => gain.kind === kind).map(({ name }) => name || nameless(kind));
    return { what, value: names.join(", "), instead: "" };
  });
  return [...fields.filter(({ value, instead }) => value !== instead), ...others.filter(({ value }) => value)];
}

const nameless = (kind: Gain["kind"]) =>
  kind === "person" ? "somebody" : kind === "stack" ? "joined" : "without a name";

function placeOf(latitude: number | null, longitude: number | null): string {
  return latitude === null || longitude === null ? "" : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

const dateOf = (local: string | null, zone: string | null) =>
  local === null
    ? ""
    : `${local
        .replace("T", " ")
        .replace(/(\.\d+)?Z?$/, "")
        .trim()} ${zone ?? ""}`.trim();

const CONFLICTS: Readonly<Record<Conflict["kind"], string>> = {
  gps: "places",
  timezone: "time zones",
  camera_info: "cameras",
  capture_time: "times",
};

/** Like "different cameras: Canon and Nikon". */
export function conflictText({ kind, values }: Conflict): string {
  return `different ${CONFLICTS[kind]}: ${values.map((value) => shortened(kind, value)).join(" and ")}`;
}

function shortened(kind: Conflict["kind"], value: string): string {
  const [latitude = NaN, longitude = NaN] = kind === "gps" ? value.split(",").map(Number) : [];
  return kind === "gps" ? placeOf(latitude, longitude) : kind === "capture_time" ? dateOf(value, null) : value;
}

/** What an undo could not do, if anything. */
export function shortfallOf({ lost, changed }: Undone): string {
  const parts = [
    lost.length > 0 && `${count(lost.length, "photo")} had been deleted for good`,
    changed.length > 0 && `changed meanwhile, and kept: ${changed.join(", ")}`,
  ];
  return parts.filter(Boolean).join("; ");
}
