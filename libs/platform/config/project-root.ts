import { existsSync } from 'node:fs';

/** The folder of the project, from the sources as from the compiled program: for files that are not compiled. */
export function projectRoot(): URL {
  for (let folder = new URL('./', import.meta.url); folder.pathname !== '/'; folder = new URL('../', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder;
  }
  throw new Error('the folder of the project was not found');
}
