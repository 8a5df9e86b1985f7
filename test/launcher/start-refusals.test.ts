// A start that cannot succeed says why in one line, ends with 1, and has started nothing.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Checkout, freePort, longestTestMs, type Started } from './checkout.js';
import { Pauses } from './pauses.js';

jest.setTimeout(longestTestMs);

let checkout: Checkout;
let PORT: string;
beforeAll(async () => {
  checkout = new Checkout();
  PORT = String(await freePort());
  // The same start on a machine where nothing is installed and nothing may be.
  writeFileSync(
    join(checkout.root, 'bare-machine.mjs'),
    `import { startCounty } from './apps/launcher/start-county.mjs';
     process.exit(await startCounty({ root: ${JSON.stringify(checkout.root)}, args: [], env: process.env, machine: { folders: [], isRoot: false, platform: 'linux' } }));`,
  );
});
afterAll(() => checkout.remove());

/** Serves a port with the bytes a server would say first, or answer. */
const serve = (answer: (received: string) => string): Promise<{ port: number; server: Server }> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.on('data', (chunk) => socket.write(answer(String(chunk)))).on('error', () => undefined));
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
/**
 * A start that ends with 1, of a county whose servers are played here. It waits seconds for their answer: where this process stood still for
 * as long, it is done once more.
 */
async function startBesideOurs(env: NodeJS.ProcessEnv): Promise<Started> {
  for (let isFirst = true; ; isFirst = false) {
    const pauses = new Pauses();
    const started = checkout.start('apps/launcher/start.mjs', { PORT, ...env });
    expect(await started.ends()).toBe(1);
    if (!pauses.end().sawOne || !isFirst || !started.output().includes('没有应答')) return started;
  }
}
const infoOfRedis = (policy: string, more = ''): string => {
  const info = `# Server\r\nredis_version:7.0.15\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n${more}`;
  return `$${info.length}\r\n${info}\r\n`;
};

describe('npm start refuses', () => {
  test('a port that somebody else has, and names another', async () => {
    const { server, port } = await serve(() => '');
    const started = checkout.start('apps/launcher/start.mjs', { PORT: String(port), SITANG_DATA: checkout.folder('port') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain(`端口 ${port} 已被占用`);
    expect(started.output()).toContain('PORT=3001 npm start');
    expect(existsSync(join(checkout.folder('port'), 'database'))).toBe(false);
    server.close();
  });

  test('a port that is no port', async () => {
    const started = checkout.start('apps/launcher/start.mjs', { PORT: 'http', SITANG_DATA: checkout.folder('port') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('PORT 不是端口号:http');
  });

  test('an address that is none of this machine', async () => {
    const started = checkout.start('apps/launcher/start.mjs', { PORT, SITANG_HOST: '203.0.113.9', SITANG_DATA: checkout.folder('port') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('SITANG_HOST 不是本机的地址:203.0.113.9');
  });

  test('a data folder that cannot be written', async () => {
    writeFileSync(checkout.folder('a-file'), '');
    const started = checkout.start('apps/launcher/start.mjs', { PORT, SITANG_DATA: join(checkout.folder('a-file'), 'data') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toMatch(/^✗ 数据文件夹不可写:.*a-file\/data/);
  });

  test('a Redis that may throw jobs away, and one that is not there', async () => {
    const { server, port } = await serve((said) => (said.includes('AUTH') ? '+OK\r\n' : '') + infoOfRedis('allkeys-lru'));
    const evicting = await startBesideOurs({ SITANG_DATA: checkout.folder('redis'), REDIS_URL: `redis://:word@127.0.0.1:${port}` });
    expect(evicting.output()).toContain(`127.0.0.1:${port} 的 maxmemory-policy 是 allkeys-lru`);
    expect(evicting.output()).not.toContain('word');
    server.close();
    const nobodys = await freePort();
    const absent = checkout.start('apps/launcher/start.mjs', {
      PORT,
      SITANG_DATA: checkout.folder('redis'),
      REDIS_URL: `redis://127.0.0.1:${nobodys}`,
    });
    expect(await absent.ends()).toBe(1);
    expect(absent.output()).toContain(`REDIS_URL 的 Redis 没有应答:127.0.0.1:${nobodys}`);
    expect(checkout.residents()).toEqual([]);
  });

  test.each([
    ['5.5.5-10.5.23-MariaDB-0+deb11u1', 'MariaDB 10.5.23', '10.6'],
    ['8.0.18', 'MySQL 8.0.18', '8.0.19'],
    ['5.7.44-log', 'MySQL 5.7.44', '8.0.19'],
  ])('a given database that says %s, and tells what it finds in a given Redis', async (version, product, least) => {
    const packet = Buffer.concat([Buffer.from([10]), Buffer.from(`${version}\0`, 'latin1'), Buffer.alloc(60)]);
    const greeting = Buffer.concat([Buffer.from([packet.length, 0, 0, 0]), packet]);
    const database = createServer((socket) => void socket.on('error', () => undefined).write(greeting));
    await new Promise<void>((done) => database.listen(0, '127.0.0.1', done));
    const { server: redis, port } = await serve(() => infoOfRedis('noeviction', '# Persistence\r\naof_enabled:0\r\n'));
    const { port: databasePort } = database.address() as { port: number };
    const started = await startBesideOurs({
      SITANG_DATA: checkout.folder('given'),
      DATABASE_URL: `mysql://root:word@127.0.0.1:${databasePort}/sitang`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
    });
    expect(started.output()).toContain(`127.0.0.1:${databasePort} 的 ${product} 太旧,至少要 ${least}`);
    expect(started.output()).toContain('✓ Redis 7.0.15 已就绪(REDIS_URL)');
    expect(started.output()).toContain(`! 127.0.0.1:${port} 的 Redis 没有开 AOF`);
    expect(started.output()).not.toContain('word');
    database.close();
    redis.close();
  });

  test('a machine without servers, with the commands that bring them', async () => {
    const started = checkout.start('bare-machine.mjs', { PORT, PATH: '', SITANG_DATA: checkout.folder('bare') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).not.toContain('第二因素');
    expect(started.output()).toContain('这台机器上没有找到 MariaDB / MySQL、Redis');
    expect(started.output()).toContain('DATABASE_URL=mysql://');
  });

  test('to be silent about the second factor that production mode does not have yet', async () => {
    const surroundings = { PORT, PATH: '', SITANG_DATA: checkout.folder('production'), SITANG_MODE: 'production' };
    const started = checkout.start('bare-machine.mjs', surroundings);
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('! 正式环境目前只核对账号和密码,还没有第二因素');
  });

  test('a folder whose keys are lost though its database is there', async () => {
    mkdirSync(join(checkout.folder('keyless'), 'database'), { recursive: true });
    const started = checkout.start('apps/launcher/start.mjs', { PORT, SITANG_DATA: checkout.folder('keyless') });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('密钥文件不见了');
  });

  test('an empty county where the demo county lives', async () => {
    mkdirSync(checkout.folder('demo'));
    writeFileSync(join(checkout.folder('demo'), 'county.json'), '{"empty":false}');
    const started = checkout.start('apps/launcher/start.mjs', { PORT, SITANG_DATA: checkout.folder('demo') }, ['--empty']);
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('数据文件夹里已是示例县');
  });

  test('npx sitang, before a start', async () => {
    const started = checkout.start('apps/cli/bin.mjs', { SITANG_DATA: checkout.folder('demo') }, ['where']);
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('数据库没有在运行');
  });
});
