import type { JSX } from "preact";
import { type Place, formatRoute } from "../routing/route.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { memo } from "../ui/memo.ts";
import { dayLabel, monthName } from "../ui/words.ts";
import { dayOf } from "./asset.ts";
import { Cell } from "./cell.tsx";
import type { Geometry } from "./geometry.ts";
import type { Row } from "./layout.ts";
import type { Month } from "./month.ts";

interface MonthSectionProperties {
  readonly month: Month;
  readonly geometry: Geometry;
  /** The half-open range of rows that are near enough to be drawn. */
  readonly firstRow: number;
  readonly endRow: number;
  readonly place: Place;
  readonly selected: ReadonlySet<string>;
  readonly entryId: string | null;
  readonly isPassing: boolean;
  readonly onRetry: (key: string) => void;
}

/** One month: its name, and those of its rows that are in view. */
export const MonthSection = memo(function MonthSection(properties: MonthSectionProperties): JSX.Element {
  const { month, geometry } = properties;
  const place = { top: `${month.top}px`, height: `${month.height}px` };
  const name = geometry.hasDays ? monthName(month.key) : "Results";
  return (
    <section class="month" style={place} aria-label={name}>
      {geometry.hasDays && (
        <h2 class="month-name" style={{ height: `${geometry.headerHeight}px` }}>
          {name}
        </h2>
      )}
      {rowsToDraw(properties).flatMap((row) => cellsOf(row, properties))}
      {!month.loaded && <Unloaded {...properties} />}
    </section>
  );
});

/** The rows in view, and the row that holds the keyboard's place so that scrolling does not lose it. */
function rowsToDraw({ month, firstRow, endRow, entryId }: MonthSectionProperties): readonly Row[] {
  const rows = month.loaded?.layout.rows ?? [];
  return rows.filter(
    (row, index) => (index >= firstRow && index < endRow) || row.cells.some(({ asset }) => asset.id === entryId),
  );
}

function cellsOf(row: Row, { geometry, place, selected, entryId, isPassing }: MonthSectionProperties): JSX.Element[] {
  return row.cells.flatMap(({ asset, left, width, startsDay }, index) => {
    const cell = (
      <Cell
        key={asset.id}
        asset={asset}
        href={formatRoute({ ...place, assetId: asset.id })}
        left={left}
        top={row.top}
        width={width}
        height={row.height}
        isSelected={selected.has(asset.id)}
        isEntry={asset.id === entryId}
        isPassing={isPassing}
      />
    );
    if (!startsDay) return [cell];
    const label = (
      <DayLabel
        key={`day-${asset.id}`}
        day={dayOf(asset)}
        label={dayLabel(asset.localTime)}
        left={left}
        top={row.top - geometry.labelHeight}
        width={widthUntilNextDay(row, index)}
      />
    );
    return [label, cell];
  });
}

function widthUntilNextDay(row: Row, index: number): number {
  const next = row.cells.findIndex((cell, other) => other > index && cell.startsDay);
  const last = row.cells[(next < 0 ? row.cells.length : next) - 1]!;
  return last.left + last.width - row.cells[index]!.left;
}

interface DayLabelProperties {
  readonly day: number;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const DayLabel = memo(function DayLabel({ day, label, left, top, width }: DayLabelProperties): JSX.Element {
  return (
    <button
      type="button"
      class="day"
      data-day={day}
      tabIndex={-1}
      title={`Select ${label}`}
      style={{ transform: `translate(${left}px, ${top}px)`, width: `${width}px` }}
    >
      <span class="day-check">
        <Icon name="check" />
      </span>
      <span class="day-name">{label}</span>
    </button>
  );
});

/** Stands for the rows of a month that is on its way, or says that it did not come. */
function Unloaded({ month, geometry, onRetry }: MonthSectionProperties): JSX.Element {
  const top = geometry.headerHeight + geometry.labelHeight;
  const pattern = { top: `${top}px`, "--row": `${geometry.rowHeight + geometry.gap}px`, "--gap": `${geometry.gap}px` };
  return (
    <div class="unloaded" style={pattern}>
      {month.hasFailed && (
        <div class="unloaded-failed">
          <span>This month could not be loaded.</span>
          <Button onClick={() => onRetry(month.key)}>Try again</Button>
        </div>
      )}
    </div>
  );
}
