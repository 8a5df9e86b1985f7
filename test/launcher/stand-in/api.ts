// Stands in for apps/api: ready when the stand-in CLI has migrated and loaded the demo; on its way out it notes who was still there.
import { appendFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';

const { SITANG_DATA: folder = '', SITANG_HOST, PORT, SITANG_EXPECT_DEMO, DATABASE_URL = '', REDIS_URL = '', STAND_IN_API } = process.env;
if (STAND_IN_API === 'dies') throw new Error('the stand-in api dies at once');

const isThere = (name: string): boolean => existsSync(join(folder, name));
const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const server = createServer((_request, response) => {
  response.statusCode = isThere('stand-in-migrated') && (!SITANG_EXPECT_DEMO || isThere('stand-in-demo')) ? 200 : 503;
  response.end();
});
server.listen(Number(PORT), SITANG_HOST || '127.0.0.1');

process.on('SIGTERM', async () => {
  if (STAND_IN_API === 'clings') return;
  const [database, redis] = await Promise.all([answers(DATABASE_URL), answers(REDIS_URL)]);
  appendFileSync(join(folder, 'stand-in-stopped'), `api with database ${database}, redis ${redis}\n`);
  process.exit(0);
});
