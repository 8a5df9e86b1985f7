import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Plugin } from 'vite';

const page = 'field/index.html';
const here = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * Writes the service worker of the field app with the list of the files that its page needs, out of what was just built, and the manifest
 * with the built names of the icons. Both stand under names of their own, which browsers ask for again and again.
 */
export function buildShell(): Plugin {
  return {
    name: 'sitang-field-shell',
    applyToEnvironment: ({ name }) => name === 'field',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.facadeModuleId?.endsWith(page));
      if (entry?.type !== 'chunk') this.error(`${page} is not among the pages that are built`);
      const needed = new Set<string>();
      const add = (fileName: string): void => {
        const one = bundle[fileName];
        if (!one || needed.has(fileName)) return;
        needed.add(fileName);
        if (one.type !== 'chunk') return;
        for (const other of [...one.imports, ...one.dynamicImports]) add(other);
        for (const other of [...(one.viteMetadata?.importedCss ?? []), ...(one.viteMetadata?.importedAssets ?? [])]) add(other);
      };
      add(entry.fileName);
      const iconAt = (icon: string): string => {
        const source = readFileSync(new URL(`../icons/${icon}`, import.meta.url));
        const fileName = this.getFileName(this.emitFile({ type: 'asset', name: icon, source }));
        needed.add(fileName);
        return `/${fileName}`;
      };
      const manifest = here('manifest.webmanifest').replace(/icons\/([\w.-]+)/g, (_whole, icon: string) => iconAt(icon));
      const files = [...needed].sort().map((fileName) => `/${fileName}`);
      const source = here('service-worker.js');
      const version = createHash('sha256')
        .update(JSON.stringify([files, source, here('../index.html')]))
        .digest('hex')
        .slice(0, 12);
      const shell = { version, entry: entry.fileName, files };
      this.emitFile({ type: 'asset', fileName: 'field/sw.js', source: `const shell = ${JSON.stringify(shell)};\n${source}` });
      this.emitFile({ type: 'asset', fileName: 'field/sw-off.js', source: here('retiring-worker.js') });
      this.emitFile({ type: 'asset', fileName: 'field/manifest.webmanifest', source: manifest });
    },
  };
}
