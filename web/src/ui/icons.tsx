import type { JSX } from "preact";

/** Outlines on a grid of 24, drawn with the colour of the text around them. */
const outlines = {
  photos:
    "M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5zM4.5 17l4.6-5 3.7 4 2.4-2.4 4.3 4.2M15.5 9.2v.1",
  heart: "M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 7.5 2.5C19.5 15.4 12 20 12 20z",
  archive: "M4 5h16v4H4zM5.5 9v10h13V9M10 13h4",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  upload: "M12 16V5M7.5 9 12 4.5 16.5 9M5 15v4.5h14V15",
  download: "M12 4.5V15M7.5 11l4.5 4.5L16.5 11M5 15.5v4h14v-4",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5.5 12.5l4.3 4.3 8.7-9.3",
  back: "M19.5 12H5M11 5.5 4.5 12l6.5 6.5",
  previous: "M14.5 5.5 8 12l6.5 6.5",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  down: "M5.5 9.5 12 16l6.5-6.5",
  up: "M5.5 14.5 12 8l6.5 6.5",
  information: "M12 11v5.5M12 7.6v.1M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0",
  play: "M8 5.5v13l10.5-6.5z",
  motion:
    "M9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M6 12a6 6 0 1 0 12 0 6 6 0 1 0-12 0M12 2.6v.1M16.7 3.9v.1M20.1 7.3v.1M21.4 12v.1M20.1 16.7v.1M16.7 20.1v.1M12 21.4v.1M7.3 20.1v.1M3.9 16.7v.1M2.6 12v.1M3.9 7.3v.1M7.3 3.9v.1",
  restore: "M4.5 5v5h5M5 10a7.5 7.5 0 1 1-.4 4.5",
  copy: "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
  user: "M8 8.5a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5",
  stack: "M4 9h11v11H4zM8 9V5h12v12h-5",
  waiting: "M12 7v5l3 2M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0",
  broken:
    "M4 6.5A2.5 2.5 0 0 1 6.5 4H12l-2 5 4 3-2 4 1.5 4h-7A2.5 2.5 0 0 1 4 17.5zM15.5 4h2A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-1",
  star: "M12 4l2.4 5.1 5.6.7-4.1 3.9 1 5.6-4.9-2.7-4.9 2.7 1-5.6L4 9.8l5.6-.7z",
  leave: "M10 5H5v14h5M14 8l4.5 4-4.5 4M18 12H9",
  alert: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1",
  place: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM9.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0",
  camera: "M4 8h3.5l1.5-2.5h6L16.5 8H20v11H4zM8.7 13.3a3.3 3.3 0 1 0 6.6 0 3.3 3.3 0 1 0-6.6 0",
  calendar: "M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7",
  people:
    "M5.5 9a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M2.5 19.5c.6-3.6 3-5.2 6.2-5.2s5.6 1.6 6.2 5.2M15 6.2a3 3 0 0 1 .6 5.8M17 14.6c2.4.4 4 2 4.5 4.9",
  search: "M4.5 10.5a6 6 0 1 0 12 0 6 6 0 1 0-12 0M15 15l5 5",
  alike: "M4 6h9v9H4zM8 18.5h9a2 2 0 0 0 2-2V9M6.5 12.5l2-2.5 2 2",
  hide: "M4 4l16 16M9.9 9.9a3 3 0 0 0 4.2 4.2M6.5 7C4.5 8.3 3.2 10.2 2.5 12c1.6 3.8 5 6.5 9.5 6.5 1.7 0 3.2-.4 4.5-1M10 5.7c.6-.1 1.3-.2 2-.2 4.5 0 7.9 2.7 9.5 6.5-.5 1.2-1.2 2.3-2.1 3.2",
  show: "M2.5 12c1.6-3.8 5-6.5 9.5-6.5s7.9 2.7 9.5 6.5c-1.6 3.8-5 6.5-9.5 6.5S4.1 15.8 2.5 12M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
  merge: "M5 5v3a4 4 0 0 0 4 4h10M5 19v-3a4 4 0 0 1 4-4M15.5 8.5 19 12l-3.5 3.5",
  file: "M6.5 3.5h7L18 8v12.5H6.5zM13 3.5V8.5h5",
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill={filled ? "currentColor" : "none"}>
      <path
        d={outlines[name]}
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="15" fill="#1f5f53" />
      <ellipse cx="32" cy="33" rx="17" ry="21" fill="none" stroke="#f3e3bf" stroke-width="3.5" />
      <path
        d="M32 46V27m0 9c-6 0-9-3-9-8 6 0 9 3 9 8Zm0-5c0-6 3-9 9-9 0 6-3 9-9 9Z"
        fill="#f3e3bf"
        stroke="#f3e3bf"
        stroke-width="2"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
