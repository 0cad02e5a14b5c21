import type { DuplicateGroup, Verdict } from "../api/duplicates.ts";

/** Which assets of a group stay: at first the one that the rules prefer. */
export type Kept = ReadonlySet<string>;

export const suggested = ({ assets }: DuplicateGroup): Kept => new Set(assets.slice(0, 1).map(({ id }) => id));

export const everything = ({ assets }: DuplicateGroup): Kept => new Set(assets.map(({ id }) => id));

/** With the asset kept if it was not, and the other way round; the last one that is kept stays so. */
export function toggled(kept: Kept, id: string): Kept {
  const next = new Set(kept);
  if (!next.delete(id)) next.add(id);
  return next.size > 0 ? next : kept;
}

export function verdictOn({ duplicateId, assets }: DuplicateGroup, kept: Kept): Verdict {
  const ids = assets.map(({ id }) => id);
  return {
    duplicateId,
    keepAssetIds: ids.filter((id) => kept.has(id)),
    trashAssetIds: ids.filter((id) => !kept.has(id)),
  };
}

/** How many bytes the files have that would go. */
export function freedBy({ assets }: DuplicateGroup, kept: Kept): number {
  return assets
    .filter(({ id }) => !kept.has(id))
    .reduce((sum, { exifInfo }) => sum + (exifInfo?.fileSizeInByte ?? 0), 0);
}
