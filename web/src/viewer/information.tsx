import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Asset, type AssetChange, getAsset, updateAsset } from "../api/assets.ts";
import { isAbort } from "../api/request.ts";
import { IconButton } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.tsx";
import { FactList } from "./fact-list.tsx";
import { Rating } from "./rating.tsx";

/** The panel beside the picture: what the file tells, and what the reader adds. */
export function Information({ assetId, onClose }: { assetId: string; onClose: () => void }): JSX.Element {
  const [asset, setAsset] = useState<Asset | null>(null);
  useEffect(() => {
    const loading = new AbortController();
    setAsset(null);
    getAsset(assetId, loading.signal).then(setAsset, (error: unknown) => !isAbort(error) && notifyError(error));
    return () => loading.abort();
  }, [assetId]);

  const change = (part: AssetChange) =>
    updateAsset(assetId, part)
      .then(() => getAsset(assetId))
      .then(setAsset, notifyError);

  return (
    <aside class="information" aria-label="Information">
      <header>
        <h2>Information</h2>
        <IconButton icon="close" label="Close information" onClick={onClose} />
      </header>
      {asset && <Facts key={asset.id} asset={asset} onChange={change} />}
    </aside>
  );
}

function Facts({ asset, onChange }: { asset: Asset; onChange: (change: AssetChange) => void }): JSX.Element {
  const save = (event: Event) => {
    const description = (event.currentTarget as HTMLTextAreaElement).value;
    if (description !== (asset.exifInfo?.description ?? "")) onChange({ description });
  };
  return (
    <>
      <label class="field">
        <span>Description</span>
        <textarea
          rows={2}
          defaultValue={asset.exifInfo?.description ?? ""}
          placeholder="Add a description"
          onBlur={save}
        />
      </label>
      <Rating stars={asset.exifInfo?.rating ?? null} onChange={(rating) => onChange({ rating })} />
      <FactList asset={asset} />
    </>
  );
}
