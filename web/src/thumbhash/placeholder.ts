import { bitmapOf } from "./bitmap.ts";
import { decodeThumbhash } from "./decode.ts";

const KEPT = 1500;
const placeholders = new Map<string, string>();

/** A thumbhash in base64 as the address of a blurred picture; undefined when there is none to show. */
export function placeholderOf(thumbhash: string | null): string | undefined {
  if (!thumbhash) return undefined;
  const known = placeholders.get(thumbhash);
  if (known !== undefined) return known;
  const oldest = placeholders.keys().next();
  if (placeholders.size >= KEPT && !oldest.done) placeholders.delete(oldest.value);
  const placeholder = draw(thumbhash);
  placeholders.set(thumbhash, placeholder);
  return placeholder || undefined;
}

function draw(thumbhash: string): string {
  try {
    const hash = Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0));
    return `data:image/bmp;base64,${btoa(String.fromCharCode(...bitmapOf(decodeThumbhash(hash))))}`;
  } catch {
    return "";
  }
}
