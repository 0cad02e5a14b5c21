import type { JSX } from "preact";
import { Icon } from "../ui/icons.tsx";

const STARS = [1, 2, 3, 4, 5];

/** Five stars; pressing the star that is set takes the rating away. */
export function Rating({
  stars,
  onChange,
}: {
  stars: number | null;
  onChange: (stars: number | null) => void;
}): JSX.Element {
  return (
    <div class="rating" role="group" aria-label="Rating">
      {STARS.map((star) => (
        <button
          key={star}
          type="button"
          aria-label={star === 1 ? "1 star" : `${star} stars`}
          aria-pressed={stars === star}
          onClick={() => onChange(stars === star ? null : star)}
        >
          <Icon name="star" filled={star <= (stars ?? 0)} />
        </button>
      ))}
    </div>
  );
}
