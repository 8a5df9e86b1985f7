import { afterEach, describe, expect, test } from '@jest/globals';
import cookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { type BundleName } from '#contract';
import { systemContext } from '#platform/context';
import { hangDoor, serveOpenly } from '../../apps/api/wire/door.js';
import { sendProblem } from '../../apps/api/wire/problem-filter.js';
import { callerOf } from './support/call.js';
import { type Doorway } from '../../apps/api/wire/request.js';

const running: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});
const open = async (server: FastifyInstance) => {
  running.push(server);
  return callerOf(await server.listen({ port: 0, host: '127.0.0.1' }));
};

/** A server whose only key is 24 times `k`, held with the bundle. */
async function serverFor(bundle: BundleName = 'official'): Promise<FastifyInstance> {
  const server = fastify();
  server.setErrorHandler(sendProblem);
  await server.register(cookie);
  hangDoor(server, 'sitang_session', async ({ token }) =>
    token === key ? { ...systemContext('cli'), grants: [{ bundle, unitId: 1, path: '/1/' }] } : null,
  );
  return server;
}
const signedIn = (...permissions: Doorway['permissions']): { doorway: Doorway } => ({ doorway: { who: 'signedIn', permissions } });
const key = 'k'.repeat(24);

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
    expect((await (await open(server))('/')).text).toBe('page');
  });

  test('any one of the permissions opens', async () => {
    const server = await serverFor('official');
    server.get('/v1/a', { config: signedIn('accounts.manage', 'people.read') }, async () => 'in');
    server.get('/v1/b', { config: signedIn('accounts.manage') }, async () => 'in');
    const call = await open(server);
    expect((await call('/v1/a', { token: key })).text).toBe('in');
    expect((await call('/v1/b', { token: key })).json).toMatchObject({ code: 'forbidden', permissions: ['accounts.manage'] });
    expect((await call('/v1/a')).json).toMatchObject({ code: 'notSignedIn' });
    expect((await call('/v1/a', { method: 'HEAD' })).status).toBe(401);
  });

  test('a header that is no key does not fall back to the cookie', async () => {
    const server = await serverFor();
    server.get('/v1/a', { config: signedIn() }, async () => 'in');
    const call = await open(server);
    const cookie = `sitang_session=${key}`;
    expect((await call('/v1/a', { cookie })).text).toBe('in');
    for (const authorization of ['Basic YWRtaW46YWRtaW4=', 'Bearer', `Bearer ${'x'.repeat(24)}`]) {
      expect((await call('/v1/a', { cookie, headers: { authorization } })).status).toBe(401);
    }
  });
});
