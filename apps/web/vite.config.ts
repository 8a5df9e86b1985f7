import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { buildShell } from './field/shell/build-shell.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** A page with files of its own, and the list of them. */
const page = (input: string, manifest: string) => ({
  consumer: 'client' as const,
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: { rolldownOptions: { input: here(input) }, manifest },
});

/**
 * The web pages, built to `dist/web`. Old files stay there: a page that was opened before an update still finds its parts
 * (the launcher removes what is older than 30 days). They are built apart: what only the console needs anew is no new version to a phone.
 */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  cacheDir: here('../../node_modules/.vite'),
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  plugins: [buildShell()],
  environments: {
    client: page('index.html', 'manifest.json'),
    field: page('field/index.html', 'field-manifest.json'),
    here: page('here/index.html', 'here-manifest.json'),
  },
  builder: {
    async buildApp({ build, environments }) {
      for (const name of ['client', 'field', 'here']) await build(environments[name]!);
    },
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    // Packages mark modules for servers that render; here all of it runs in a browser.
    rolldownOptions: {
      onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
      // Tables and pure rules: what a page does not use of the contract is left out of it.
      treeshake: { moduleSideEffects: [{ test: /libs\/contract/, sideEffects: false }] },
    },
    // An image written into the page would be of another origin to the content policy.
    assetsInlineLimit: 0,
  },
});
