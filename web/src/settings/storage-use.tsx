import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Storage, getAbout, getStorage } from "../api/server.ts";
import { notifyError } from "../ui/toast.tsx";

export function StorageUse(): JSX.Element {
  const [storage, setStorage] = useState<Storage | null>(null);
  const [version, setVersion] = useState("");
  useEffect(() => {
    getStorage().then(setStorage, notifyError);
    getAbout().then(
      (about) => setVersion(about.version),
      () => undefined,
    );
  }, []);
  return (
    <section>
      <h2>Storage</h2>
      {storage && (
        <>
          <progress class="storage" max={100} value={storage.diskUsagePercentage} aria-label="Storage in use" />
          <p>
            {storage.diskUse} of {storage.diskSize} in use, {storage.diskAvailable} free
          </p>
        </>
      )}
      {version && <p class="quiet">Speaks the Immich API {version}</p>}
    </section>
  );
}
