import type { JSX } from "preact";
import { type Asset, thumbnailUrl } from "../api/assets.ts";
import { followInside } from "../routing/navigation.ts";
import { formatRoute } from "../routing/route.ts";
import { placeholderOf } from "../thumbhash/placeholder.ts";
import { Icon } from "../ui/icons.tsx";
import { FactList } from "../viewer/fact-list.tsx";

interface CandidateProperties {
  readonly asset: Asset;
  readonly isKept: boolean;
  /** Why the rules prefer it; empty unless they do. */
  readonly reason: string;
  readonly onToggle: () => void;
}

/** One asset of a group: a press on its picture keeps it, or lets it go. */
export function Candidate({ asset, isKept, reason, onToggle }: CandidateProperties): JSX.Element {
  const placeholder = placeholderOf(asset.thumbhash);
  const place = { page: "photos", assetId: asset.id } as const;
  return (
    <article class={isKept ? "candidate candidate-kept" : "candidate"}>
      <button
        type="button"
        class="candidate-picture"
        aria-pressed={isKept}
        aria-label={`Keep ${asset.originalFileName}`}
        style={placeholder ? { backgroundImage: `url(${placeholder})` } : {}}
        onClick={onToggle}
      >
        <img src={thumbnailUrl(asset.id, asset.thumbhash, "preview")} alt="" loading="lazy" decoding="async" />
        <span class="candidate-fate">
          <Icon name={isKept ? "check" : "trash"} />
          {isKept ? "Keep" : "Trash"}
        </span>
      </button>
      {reason && <p class="candidate-reason">Suggested because {reason}</p>}
      <FactList asset={asset} />
      <a class="candidate-open" href={formatRoute(place)} onClick={(event) => followInside(event, place)}>
        Open
      </a>
    </article>
  );
}
