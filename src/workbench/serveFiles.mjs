/** What `npm run workbench` and `npm run excel` serve built files with, to this machine only. */
import { createReadStream, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

const kinds = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
};

/** The file that an address stands for, in the first folder that has it; null for none. */
function fileOf(address, folders, index) {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
    const wanted = path === '/' ? `/${index}` : path;
    return (
      folders
        .map((folder) => [folder, resolve(folder, `.${wanted}`)])
        .find(
          ([folder, file]) =>
            file.startsWith(folder + sep) &&
            statSync(file, { throwIfNoEntry: false })?.isFile() === true,
        )?.[1] ?? null
    );
  } catch {
    // An address that cannot be decoded names no file.
    return null;
  }
}

/**
 * Serves the files of some folders, the first before the others; "/" is the file `index`.
 * `serverOf` makes a server of a listener. Resolves to the port, rejects when it cannot listen.
 */
export function serveFiles(serverOf, folders, index, port) {
  const server = serverOf((request, response) => {
    const file = fileOf(request.url ?? '/', folders, index);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': kinds[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done(server.address().port));
  });
}
