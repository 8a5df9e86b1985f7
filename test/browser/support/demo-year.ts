import { loadDemo } from '../../../apps/cli/load-demo.js';
import { demoPassword } from '../../../demo/accounts.js';
import { contentOf, keepContent, keptContent } from '../../../libs/platform/database/copied-database.fixture.js';
import { type Product, startProduct } from '../../stories/support/start-product.js';

/** What is copied was sealed by these. */
const keys = { dataKey: Buffer.alloc(32, 'data'), indexKey: Buffer.alloc(32, 'index') };

/**
 * The demo as `npm start` brings it up: loaded through the importers, compiled to the last fact. The first that asks for it in a run of the
 * tests loads it, whoever comes later gets a copy in a database of their own.
 */
export async function startDemoYear(): Promise<Product> {
  const kept = keptContent('demo-year');
  const product = await startProduct({ worker: true, settings: keys, content: kept });
  if (kept) return product;
  try {
    await loadDemo(product.app, () => {});
    const { json } = await product.call('/v1/tokens', { body: { account: 'official', password: demoPassword, label: 'story' } });
    for (let tries = 0; ; tries++) {
      const figures = await product.call('/v1/figures?from=2021-01&to=2021-12', { token: json.token });
      if (figures.json.pending === 0) break;
      if (tries > 1_200) throw new Error(`${figures.json.pending} facts are still not compiled`);
      await new Promise((go) => setTimeout(go, 50));
    }
    keepContent('demo-year', await contentOf(product.config.databaseUrl));
    return product;
  } catch (error) {
    await product.stop();
    throw error;
  }
}
