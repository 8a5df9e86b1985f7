import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#platform/config';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  assets?: string[];
}

/** What a reader's browser has to fetch and run, gzipped: a county's office may have a slow line and an old machine. */
describe('the weight of the pages', () => {
  const built = new URL('dist/web/', projectRoot());
  type Chunks = Record<string, Chunk>;
  const read = (manifest: string): Chunks => JSON.parse(readFileSync(new URL(manifest, built), 'utf8')) as Chunks;
  const filesOf = (chunks: Chunks, name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(chunks[name]!.file)) return seen;
    seen.add(chunks[name]!.file);
    for (const one of chunks[name]!.imports ?? []) filesOf(chunks, one, seen);
    return seen;
  };
  /** With all that it fetches later: its tabs and sheets. */
  const everythingOf = (name: string, seen = new Set<string>()): Set<string> => {
    const { file, imports = [], dynamicImports = [] } = pages[name]!;
    if (start.has(file) || seen.has(file)) return seen;
    seen.add(file);
    for (const one of [...imports, ...dynamicImports]) everythingOf(one, seen);
    return seen;
  };
  const kB = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, built))).length, 0) / 1_000;
  const [pages, entry] = [read('manifest.json'), 'index.html'];
  const start = filesOf(pages, entry);

  it('is at most 250 kB of script to sign in to the console and begin, also on the first day of all', () => {
    expect(kB(start)).toBeLessThanOrEqual(250);
    expect(kB(new Set([...start, ...filesOf(pages, 'console/sign-in/first-day.tsx')]))).toBeLessThanOrEqual(250);
  });

  it('is at most 450 kB of script on any page of the console, with its tabs and sheets and the words of all of them', () => {
    const later = pages[entry]!.dynamicImports ?? [];
    const everywhere = later.filter((name) => /words|with-messages/.test(name)).flatMap((name) => [...everythingOf(name)]);
    const opened = later.map((name) => [name, kB(new Set([...start, ...everywhere, ...everythingOf(name)]))] as const);
    expect(everywhere.length).toBeGreaterThan(10);
    expect(opened.length).toBeGreaterThan(10);
    expect(opened.filter(([, weight]) => weight > 450)).toEqual([]);
  });

  it('is at most 15 kB of script for somebody in a hall who signs in', () => {
    const chunks = read('here-manifest.json');
    expect(kB(filesOf(chunks, 'here/index.html'))).toBeLessThanOrEqual(15);
  });

  describe('for a phone in the field', () => {
    const [chunks, field] = [read('field-manifest.json'), 'field/index.html'];
    const first = filesOf(chunks, field);

    it('is at most 150 kB of script at first', () => {
      expect(kB(first)).toBeLessThanOrEqual(150);
    });

    it('is besides that the decoder of cards, at most 450 kB, a page for photos, at most 5 kB, and nothing else', () => {
      const later = chunks[field]!.dynamicImports ?? [];
      expect([...later].sort()).toEqual(['field/cards/wasm-reader.ts', 'field/photos/photos.tsx']);
      const photos = filesOf(chunks, 'field/photos/photos.tsx');
      expect(kB([...photos].filter((file) => !first.has(file)))).toBeLessThanOrEqual(5);
      const decoder = ['field/cards/wasm-reader.ts'].flatMap((name) => [...filesOf(chunks, name), ...(chunks[name]!.assets ?? [])]);
      const weight = kB(decoder.filter((file) => !first.has(file)));
      process.stdout.write(`field app: ${kB(first).toFixed(0)} kB gzip at first, ${weight.toFixed(0)} kB the decoder\n`);
      expect(weight).toBeLessThanOrEqual(450);
    });

    it('is all kept by the service worker, the decoder too', () => {
      const worker = readFileSync(new URL('field/sw.js', built), 'utf8');
      const programs = Object.values(chunks).flatMap(({ file }) => (/\.(js|wasm)$/.test(file) ? [file] : []));
      expect(programs.some((file) => file.endsWith('.wasm'))).toBe(true);
      expect(programs.filter((file) => !worker.includes(`"/${file}"`))).toEqual([]);
    });
  });
});
