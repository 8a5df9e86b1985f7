// Programs that differ from the sound one in a file: they share with it whatever does not rest on that file, and load the rest anew.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const named = /\b(?:import|export)\b[^'"();]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

export class Programs {
  /** File → the files that import it. @type {Map<string, Set<string>>} */
  #importers = new Map();
  #count = 0;

  /** @param {string} sound the folder of the sound program @param {string} folder for what the others have of their own */
  constructor(sound, folder) {
    this.sound = sound;
    this.folder = folder;
    for (const entry of readdirSync(sound, { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith('.js')) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      for (const [, one, other] of readFileSync(path, 'utf8').matchAll(named)) {
        const imported = this.#resolve(path, one ?? other);
        if (imported) this.#importers.set(imported, (this.#importers.get(imported) ?? new Set()).add(relative(sound, path)));
      }
    }
    register('./own-modules.mjs', import.meta.url, { data: { sound, folder } });
  }

  /** How the modules of the sound program are loaded. @type {(path: string) => Promise<any>} */
  load = (path) => import(pathToFileURL(join(this.sound, path)).href);

  /**
   * The same for a program that has these files instead.
   * @param {Map<string, string>} changed path → code
   * @returns {(path: string) => Promise<any>}
   */
  changed(changed) {
    const rule = String(++this.#count);
    const own = join(this.folder, rule);
    for (const [path, code] of changed) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), code);
    }
    const anew = new Set(changed.keys());
    for (const path of anew) for (const importer of this.#importers.get(path) ?? []) anew.add(importer);
    writeFileSync(join(own, 'anew.json'), JSON.stringify([...anew]));
    return (path) => import(`${pathToFileURL(join(this.sound, path)).href}${anew.has(path) ? `?rule=${rule}` : ''}`);
  }

  /** @param {string} from @param {string} specifier */
  #resolve(from, specifier) {
    if (specifier.startsWith('.')) return relative(this.sound, join(dirname(from), specifier));
    const library = /^#(.+)$/.exec(specifier);
    return library ? `libs/${library[1]}/index.js` : undefined;
  }
}
