import { describe, expect, test } from '@jest/globals';
import cookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { type BundleName } from '#contract';
import { systemContext } from '#platform/context';
import { hangDoor, serveOpenly } from './door.js';
import { sendProblem } from './problem-filter.js';
import { type Doorway } from './request.js';

/** A server whose only key is 24 times `k`, held with the bundle. */
async function serverFor(bundle: BundleName = 'official'): Promise<FastifyInstance> {
  const server = fastify();
  server.setErrorHandler(sendProblem);
  await server.register(cookie);
  hangDoor(server, 'sitang_session', async ({ token }) =>
    token === 'k'.repeat(24) ? { ...systemContext('cli'), grants: [{ bundle, unitId: 1, path: '/1/' }] } : null,
  );
  return server;
}
const signedIn = (...permissions: Doorway['permissions']): { doorway: Doorway } => ({ doorway: { who: 'signedIn', permissions } });
const key = { authorization: `Bearer ${'k'.repeat(24)}` };

describe('the door', () => {
  test('does not open at all when a route names no doorway', async () => {
    const server = await serverFor();
    server.get('/v1/forgotten', async () => 'secret');
    await expect(server.ready()).rejects.toThrow('GET /v1/forgotten has no doorway');
  });

  test('nor when a route lies outside /v1', async () => {
    const server = await serverFor();
    server.get('/classes', { config: signedIn() }, async () => 'secret');
    await expect(server.ready()).rejects.toThrow('GET /classes lies outside /v1');
  });

  test('files need no doorway, where they are served as such', async () => {
    const server = await serverFor();
    await serveOpenly(server, async (inner) => void inner.get('/', async () => 'page'));
    expect((await server.inject('/')).body).toBe('page');
  });

  test('any one of the permissions opens', async () => {
    const server = await serverFor('official');
    server.get('/v1/a', { config: signedIn('accounts.manage', 'people.read') }, async () => 'in');
    server.get('/v1/b', { config: signedIn('accounts.manage') }, async () => 'in');
    expect((await server.inject({ url: '/v1/a', headers: key })).body).toBe('in');
    expect((await server.inject({ url: '/v1/b', headers: key })).json()).toMatchObject({
      code: 'forbidden',
      permissions: ['accounts.manage'],
    });
    expect((await server.inject({ url: '/v1/a' })).json()).toMatchObject({ code: 'notSignedIn' });
    expect((await server.inject({ method: 'HEAD', url: '/v1/a' })).statusCode).toBe(401);
  });

  test('a header that is no key does not fall back to the cookie', async () => {
    const server = await serverFor();
    server.get('/v1/a', { config: signedIn() }, async () => 'in');
    const cookies = { cookie: `sitang_session=${'k'.repeat(24)}` };
    expect((await server.inject({ url: '/v1/a', headers: cookies })).body).toBe('in');
    for (const authorization of ['', 'Basic YWRtaW46YWRtaW4=', `Bearer ${'x'.repeat(24)}`]) {
      expect((await server.inject({ url: '/v1/a', headers: { ...cookies, authorization } })).statusCode).toBe(401);
    }
  });
});
