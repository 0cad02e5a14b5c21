import type { JSX } from "preact";
import type { Asset } from "../api/assets.ts";
import type { Merge } from "../api/duplicates.ts";
import { gainedBy } from "./merge.ts";

/** What the kept asset gets from those that go. */
export function Gains({ merge, assets }: { merge: Merge; assets: readonly Asset[] }): JSX.Element {
  const heir = assets.find(({ id }) => id === merge.assetId)?.originalFileName;
  const gained = gainedBy(merge);
  if (gained.length === 0) return <p class="quiet">{heir} has all that is known of the others.</p>;
  return (
    <div class="gains">
      <h3>{heir} gets</h3>
      <dl>
        {gained.map(({ what, value, instead }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {value}
              {instead && <span class="quiet"> instead of {instead}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
