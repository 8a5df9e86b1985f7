import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ worker: true });
});
afterAll(() => product.stop());

it('entities have not drifted from the migrations', async () => {
  const source = product.worker!.get(DataSource, { strict: false });
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map((one) => one.query)).toEqual([]);
});

it('every table but the list of migrations has its entity', async () => {
  const source = product.worker!.get(DataSource, { strict: false });
  const known = new Set(
    [...source.entityMetadatas, ...product.app.get(DataSource, { strict: false }).entityMetadatas].map((one) => one.tableName),
  );
  const tables: { name: string }[] = await product.db.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  expect(tables.map((one) => one.name).filter((name) => name !== 'applied_migrations' && !known.has(name))).toEqual([]);
});
