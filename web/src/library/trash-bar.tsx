import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import type { Timeline } from "../timeline/timeline.ts";
import { count } from "../ui/words.ts";
import { deleteForever, restore } from "./actions.ts";

/** What can be done with the whole trash at once. */
export function TrashBar({ timeline, total }: { timeline: Timeline; total: number }): JSX.Element | null {
  if (total === 0) return null;
  const all = async () => {
    const months = await timeline.ready();
    const assets = await Promise.all(months.map(({ key }) => timeline.assetsIn(key)));
    return assets.flat().map(({ id }) => id);
  };
  return (
    <div class="trash-bar">
      <span>{count(total, "item")} in the trash</span>
      <span class="spring" />
      <Button onClick={async () => void restore(await all())}>Restore all</Button>
      <Button kind="danger" onClick={async () => void deleteForever(await all())}>
        Empty trash
      </Button>
    </div>
  );
}
