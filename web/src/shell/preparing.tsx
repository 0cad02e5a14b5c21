import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { listen } from "../news/news.ts";
import { count } from "../ui/words.ts";

/** How much the server still has to do before every photo has its preview. */
export function Preparing(): JSX.Element {
  const [left, setLeft] = useState(0);
  useEffect(() => listen((news) => news.kind === "preparing" && setLeft(news.count)), []);
  return (
    <span class="preparing" role="status" aria-live="polite">
      {left > 0 && (
        <>
          <span class="spinner" />
          <span>Preparing {count(left, "photo")}</span>
        </>
      )}
    </span>
  );
}
