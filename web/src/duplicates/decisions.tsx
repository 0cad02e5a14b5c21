import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { thumbnailUrl } from "../api/assets.ts";
import { type Resolution, getResolutions } from "../api/duplicates.ts";
import { Button } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.tsx";
import { count, momentOf } from "../ui/words.ts";
import { undo } from "./review.ts";

const PAGE = 50;

/** What was decided in the last 30 days, the youngest first. */
export function Decisions(): JSX.Element | null {
  const [decided, setDecided] = useState<readonly Resolution[] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const load = async (before: readonly Resolution[]) => {
    try {
      const more = await getResolutions(before.at(-1)?.number ?? null, PAGE);
      setDecided([...before, ...more]);
      setWhole(more.length < PAGE);
    } catch (error) {
      notifyError(error);
    }
  };
  useEffect(() => void load([]), []);
  const takeBack = async (number: number) => {
    try {
      await undo(number);
      setDecided((all) => all?.map((one) => (one.number === number ? { ...one, undone: true } : one)) ?? null);
    } catch (error) {
      notifyError(error);
    }
  };
  if (!decided) return null;
  if (decided.length === 0) {
    return (
      <div class="empty">
        <h2>Nothing was decided yet</h2>
        <p>What you decide stays here for 30 days, and can be undone.</p>
      </div>
    );
  }
  return (
    <>
      <ul class="decisions">
        {decided.map((resolution) => (
          <Decision key={resolution.number} resolution={resolution} onUndo={() => void takeBack(resolution.number)} />
        ))}
      </ul>
      {!isWhole && <Button onClick={() => void load(decided)}>Show earlier ones</Button>}
    </>
  );
}

function Decision({ resolution, onUndo }: { resolution: Resolution; onUndo: () => void }): JSX.Element {
  const { assets, at, undone } = resolution;
  const trashed = assets.filter((asset) => asset.trashed).length;
  return (
    <li class="decision">
      <div class="decision-pictures">
        {assets.map(({ id, fileName, trashed }) => (
          <img
            key={id}
            class={trashed ? "decision-trashed" : ""}
            src={thumbnailUrl(id, null, "thumbnail")}
            alt={fileName}
            title={fileName}
            loading="lazy"
          />
        ))}
      </div>
      <div class="decision-text">
        <p>
          {trashed === 0
            ? "No duplicates"
            : `Kept ${assets.length - trashed}, ${count(trashed, "duplicate")} in the trash`}
        </p>
        <p class="quiet">{momentOf(Date.parse(at))}</p>
      </div>
      {undone ? <span class="quiet">Undone</span> : <Button onClick={onUndo}>Undo</Button>}
    </li>
  );
}
