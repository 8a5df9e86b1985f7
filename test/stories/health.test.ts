import { afterAll, beforeAll, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { AuditTrail } from '#platform/audit';
import { systemContext } from '#platform/context';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ settings: { expectDemo: true } });
});
afterAll(() => product?.stop());

const ask = (path: string) => supertest(product.app.getHttpServer()).get(path);

it('is alive at once, and ready only when the demo that was asked for is there', async () => {
  await ask('/health/live').expect(200);
  await ask('/health/ready').expect(503);
  const ctx = systemContext('cli');
  await product.get(AuditTrail).record(product.db, ctx, 'demo.loaded', { noun: 'demo', id: 2021 });
  await ask('/health/ready').expect(200);
});

it('hands out the first page and its parts to everybody, with a strict policy', async () => {
  const page = await ask('/').expect(200).expect('content-type', /html/);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'/);
  expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style| style=/);
  for (const [, part] of page.text.matchAll(/(?:src|href)="(\/front\.[a-z]+)"/g)) await ask(part!).expect(200);
});

it('the document names every refusal code that a route may answer', async () => {
  const { body } = await ask('/v1/openapi.json').expect(200);
  const codes = body.components.schemas.Problem.properties.code.enum as string[];
  expect(codes).toEqual(expect.arrayContaining(['notFound', 'versionMismatch', 'transitionNotAllowed', 'sessionUnknown', 'importInUse']));
  expect(Object.keys(body.paths).every((path) => path.startsWith('/v1'))).toBe(true);
});
