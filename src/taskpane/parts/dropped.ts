/** Entries a folder gives at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((done) => {
      reader.readEntries(done, () => {
        done([]);
      });
    });
    if (some.length === 0) return found;
    found.push(...some);
  }
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry instanceof FileSystemFileEntry)
    return new Promise((done) => {
      entry.file(
        (file) => {
          done([file]);
        },
        () => {
          done([]);
        },
      );
    });
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const files: File[] = [];
  for (const inside of await entriesIn(entry)) files.push(...(await filesOf(inside)));
  return files;
}

/** Files that systems and open programs leave beside others. */
const STRAY = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** The files of a drop, those in dropped folders too. */
export async function droppedFiles({ items }: DataTransfer): Promise<readonly File[]> {
  // What was dropped is only there until the first pause.
  const dropped = [...items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files: File[] = [];
  for (const each of dropped)
    if (each instanceof File) files.push(each);
    else if (each !== null) files.push(...(await filesOf(each)));
  return files.filter(({ name }) => !STRAY.test(name));
}
