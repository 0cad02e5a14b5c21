import type { JSX } from "preact";
import type { Asset } from "../api/assets.ts";
import { Icon } from "../ui/icons.tsx";
import { factsOf } from "./facts.ts";

/** What is known of an asset, a line each. */
export function FactList({ asset }: { asset: Asset }): JSX.Element {
  return (
    <ul class="facts">
      {factsOf(asset).map((fact) => (
        <li key={fact.kind}>
          <Icon name={fact.kind} />
          <div>
            <p>{fact.text}</p>
            {fact.details && <p class="fact-details">{fact.details}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
