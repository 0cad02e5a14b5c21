/** A file that the reader chose or dropped, with its path within the folder if there was one. */
export interface Candidate {
  readonly path: string;
  readonly file: File;
}

/** Walks through dropped files and folders. Must be called within the drop event: the items do not outlive it. */
export async function droppedCandidates(transfer: DataTransfer): Promise<Candidate[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const candidates = await Promise.all(dropped.map(({ entry, file }) => (entry ? walk(entry) : alone(file))));
  return candidates.flat();
}

export function chosenCandidates(files: FileList): Candidate[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

function alone(file: File | null): Candidate[] {
  return file ? [{ path: file.name, file }] : [];
}

async function walk(entry: FileSystemEntry): Promise<Candidate[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const candidates: Candidate[] = [];
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) candidates.push(...(await walk(child)));
  return candidates;
}

/** A directory is read in portions, until one comes back empty. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}
