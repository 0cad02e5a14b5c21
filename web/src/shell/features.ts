import { type Features, getFeatures } from "../api/server.ts";
import { Observable } from "../ui/observable.ts";

/** What the server can do; nothing until it has answered. */
export const features = new Observable<Features>({ facialRecognition: false, importFaces: false, smartSearch: false });

export async function loadFeatures(): Promise<void> {
  const found = await getFeatures().catch(() => null);
  if (found) features.set(found);
}
