import { deleteAssets, originalUrl, restoreAssets, trashAssets, updateAssets } from "../api/assets.ts";
import { type Change, tell } from "../news/news.ts";
import { confirm } from "../ui/dialog.tsx";
import { notify, notifyError } from "../ui/toast.tsx";
import { count } from "../ui/words.ts";

type Ids = readonly string[];

/** Runs an action and tells everybody, or shows why it did not work; returns whether it did. */
async function act(action: () => Promise<unknown>, done: () => void): Promise<boolean> {
  try {
    await action();
  } catch (error) {
    notifyError(error);
    return false;
  }
  done();
  return true;
}

export function trash(ids: Ids): Promise<boolean> {
  return act(
    () => trashAssets(ids),
    () => {
      tell({ kind: "trashed", ids });
      notify(`${count(ids.length, "item")} moved to the trash`, { label: "Undo", run: () => void restore(ids) });
    },
  );
}

export function restore(ids: Ids): Promise<boolean> {
  return act(
    () => restoreAssets(ids),
    () => {
      tell({ kind: "restored", ids });
      notify(`${count(ids.length, "item")} restored`);
    },
  );
}

export async function deleteForever(ids: Ids): Promise<boolean> {
  const items = count(ids.length, "item");
  const isSure = await confirm(
    `Delete ${items} permanently?`,
    "The original files are deleted from the server. This cannot be undone.",
    `Delete ${items}`,
  );
  if (!isSure) return false;
  return act(
    () => deleteAssets(ids),
    () => {
      tell({ kind: "deleted", ids });
      notify(`${items} deleted permanently`);
    },
  );
}

export function change(ids: Ids, change: Change): Promise<boolean> {
  return act(
    () => updateAssets(ids, change),
    () => {
      tell({ kind: "changed", ids, change });
      if (change.visibility) notify(archiveText(ids, change.visibility), undoArchive(ids, change.visibility));
    },
  );
}

function archiveText(ids: Ids, visibility: "timeline" | "archive"): string {
  return `${count(ids.length, "item")} ${visibility === "archive" ? "archived" : "moved back to the timeline"}`;
}

function undoArchive(ids: Ids, visibility: "timeline" | "archive") {
  const run = () => void change(ids, { visibility: visibility === "archive" ? "timeline" : "archive" });
  return { label: "Undo", run };
}

/** One download after the other: browsers drop those that are started at once. */
export async function download(ids: Ids): Promise<void> {
  for (const id of ids) {
    const link = document.createElement("a");
    link.href = originalUrl(id);
    link.download = "";
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
