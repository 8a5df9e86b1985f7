import { loadDemo } from '../../../apps/cli/load-demo.js';
import { demoPassword } from '../../../demo/accounts.js';
import { type Product, startProduct } from '../../stories/support/start-product.js';

/** The demo as `npm start` brings it up: loaded through the importers, compiled to the last fact. */
export async function startDemoYear(): Promise<Product> {
  const product = await startProduct({ worker: true });
  try {
    await loadDemo(product.app, () => {});
    const { json } = await product.call('/v1/tokens', { body: { account: 'official', password: demoPassword, label: 'story' } });
    for (let tries = 0; ; tries++) {
      const figures = await product.call('/v1/figures?from=2021-01&to=2021-12', { token: json.token });
      if (figures.json.pending === 0) return product;
      if (tries > 1_200) throw new Error(`${figures.json.pending} facts are still not compiled`);
      await new Promise((go) => setTimeout(go, 50));
    }
  } catch (error) {
    await product.stop();
    throw error;
  }
}
