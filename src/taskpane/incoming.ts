import type { IncomingFile } from '../app/collectFiles';
import { openArchive } from '../app/wiring';
import { failure } from '../domain/failure';
import { err, ok } from '../domain/result';

/**
 * The files a person gave, with those inside of zips, in the order of names. Bytes are read when
 * they are asked for, those of zips at once.
 */
export async function filesIn(files: readonly File[]): Promise<readonly IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const file of files) {
    const { name } = file;
    const written = new Date(file.lastModified).toISOString().slice(0, -1);
    const bytes: IncomingFile['bytes'] = () =>
      file.arrayBuffer().then(
        (buffer) => ok(new Uint8Array(buffer)),
        () => err(failure('fileNotReadable', { file: name })),
      );
    const zip = /\.zip$/i.test(name) ? await bytes() : null;
    const archive = zip?.ok === true ? openArchive(zip.value, name) : null;
    if (archive?.ok !== true)
      found.push({
        file: name,
        written,
        bytes: archive === null ? bytes : () => Promise.resolve(archive),
      });
    else
      for (const inside of archive.value)
        found.push({
          file: `${name}/${inside.name}`,
          written: inside.written,
          bytes: () => Promise.resolve(inside.bytes()),
        });
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
