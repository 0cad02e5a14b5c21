/** The measures of the grid in CSS pixels, for a given width. */
export interface Geometry {
  readonly width: number;
  /** The height that rows aim at before they are stretched to the full width. */
  readonly rowHeight: number;
  readonly gap: number;
  /** The wider gap where a new day begins within a row. */
  readonly dayGap: number;
  /** The strip above a row in which at least one day begins. */
  readonly labelHeight: number;
  /** The month's name above its first row. */
  readonly headerHeight: number;
  /** Whether days are set off and labelled. */
  readonly hasDays: boolean;
}

/** What is ranked has neither months nor days. */
export function geometryFor(width: number, isRanked = false): Geometry {
  const narrow = width < 600;
  return {
    width,
    rowHeight: narrow ? 92 : width < 1100 ? 180 : 216,
    gap: narrow ? 2 : 4,
    dayGap: narrow ? 10 : 20,
    labelHeight: narrow ? 28 : 34,
    headerHeight: isRanked ? 8 : narrow ? 56 : 72,
    hasDays: !isRanked,
  };
}
