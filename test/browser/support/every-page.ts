import { readFileSync } from 'node:fs';
import { courseKinds } from '#contract';
import { projectRoot } from '#platform/config';
import { demoPassword } from '../../../demo/accounts.js';
import { Importing } from '../../factories/importing.js';
import { done } from '../../factories/training.js';
import { type Product } from '../../stories/support/start-product.js';

/** An address with real ids, and who opens it. */
export interface Opened {
  route: string;
  address: string;
  /** Nobody: the sign-in stands at every address. */
  account: Walker | undefined;
  /** It tells of a fault that somebody is to see. */
  tells?: true;
}
const walkers = ['organiser', 'admin', 'official', 'town', 'instructor', 'reporter', 'auditor'] as const;
export type Walker = (typeof walkers)[number];
/** Whoever has a start of their own and no page that others have not. */
export const startOnly = walkers.slice(2);

/** The routes as the console declares them, and the two that stand by themselves: the start, and what is no page. */
export function routesOfConsole(): string[] {
  const source = readFileSync(new URL('apps/web/console/routes.tsx', projectRoot()), 'utf8');
  const declared = [...source.matchAll(/path: '(\w+)',\s*(?:rest: '([^']+)',)?/g)];
  return ['/', '*', ...declared.map(([, path, rest]) => `/${[path, rest].filter(Boolean).join('/')}`)];
}

/** Every route of the console with ids of the demonstration, the parts of a page that have an address among them. */
export async function everyPage(product: Product): Promise<Opened[]> {
  const tokenOf = async (account: string): Promise<string> =>
    (await product.call('/v1/tokens', { body: { account, password: demoPassword, label: 'story' } })).json.token;
  const tokens = { organiser: await tokenOf('organiser'), admin: await tokenOf('admin') };
  const first = async (path: string, account: 'organiser' | 'admin' = 'organiser'): Promise<string> =>
    done(await product.call(path, { token: tokens[account] })).json.items[0].id;
  const course = await first('/v1/classes?kind=thematic&limit=1&order=newest');
  const live = await first('/v1/classes?kind=online&limit=1&order=newest');
  const session = await first(`/v1/sessions?class=${course}&limit=1`);
  const town = await first('/v1/units?level=town&limit=1');
  const importing = new Importing(product, tokens.organiser);
  const checked = await importing.check('instructors', {
    教师: [{ 教师编号: 'JS-1', 姓名: '王老师', 单位代码: '610326101', 聘用形式: '兼职' }],
  });
  const unread = await importing.check('people', { 名单: [{ 甲: '一', 乙: '二' }] });

  const of = (route: string, addresses: string[], account: Opened['account'] = 'organiser'): Opened[] =>
    addresses.map((address) => ({ route, address, account }));
  return [
    ...of('/', ['/']),
    ...of('/', ['/'], 'admin'),
    ...startOnly.flatMap((account) => of('/', ['/'], account)),
    { route: '/', address: '/', account: undefined },
    ...of('*', ['/figures/nowhere']),
    ...of('/figures', [`/figures?unit=${town}`, `/figures?tab=breakdowns&unit=${town}`], 'official'),
    ...of('/figures', ['/figures', '/figures?open=people', '/figures?cut=village', '/figures?breakdown=female', '/figures?compare=yes']),
    ...of(
      '/figures',
      ['sites', 'sites&breakdown=female', 'instructors', 'breakdowns&breakdown=young'].map((part) => `/figures?tab=${part}`),
    ),
    ...of('/people', ['/people', '/people?which=twinsOnly']),
    ...of('/people/:id', [`/people/${await first('/v1/people?limit=1')}`]),
    ...of('/instructors', ['/instructors']),
    ...of('/instructors/:id', [`/instructors/${await first('/v1/instructors?limit=1')}`]),
    ...of('/instructors/:id/phone', [`/instructors/${await first('/v1/instructors?limit=1')}/phone`]),
    ...of('/sites', ['/sites', '/sites?tab=bases', '/sites?tab=routes']),
    ...of('/sites/:id', [`/sites/${await first('/v1/teaching-sites?limit=1')}`]),
    ...of('/sites/bases/:id', [`/sites/bases/${await first('/v1/training-bases?limit=1')}`]),
    ...of('/sites/routes/:id', [`/sites/routes/${await first('/v1/routes?limit=1')}`]),
    ...of('/units', ['/units']),
    ...of('/units/:id', [`/units/${town}`]),
    ...of('/classes', ['/classes']),
    ...of('/classes/new', ['/classes/new', ...courseKinds.map((kind) => `/classes/new?kind=${kind}`)]),
    ...of('/classes/:id', [
      ...['', '?tab=sessions', '?tab=roster', '?tab=attendance', '?tab=history', `?tab=sessions&session=${session}`].map(
        (tab) => `/classes/${course}${tab}`,
      ),
      `/classes/${live}?tab=sessions`,
    ]),
    ...of('/classes/:id/:part', [`/classes/${course}/attendance`, `/classes/${course}/attendance?paper=${session}`]),
    ...of('/classes/:id/phone', [`/classes/${course}/phone`]),
    ...of('/classes/:id/sheet', [`/classes/${course}/sheet`]),
    ...of('/classes/:id/cards', [`/classes/${course}/cards`]),
    ...of('/sessions/:id', [`/sessions/${session}`]),
    ...of('/sessions/:id/hall', [`/sessions/${session}/hall`]),
    ...of('/waiting/unsent', ['/waiting/unsent']),
    ...of('/waiting', ['/waiting', '/waiting?tab=marks', '/waiting?tab=disputes']),
    ...of('/imports', ['/imports']),
    ...of('/imports/:id', [`/imports/${checked.id}`]),
    ...of('/imports/:id', [`/imports/${unread.id}`]).map((one) => ({ ...one, tells: true as const })),
    ...of('/accounts', ['/accounts'], 'admin'),
    ...of('/accounts/audit', ['/accounts/audit'], 'admin'),
    ...of('/accounts/devices', ['/accounts/devices']),
    ...of('/accounts/queues', ['/accounts/queues'], 'admin'),
    ...of('/accounts/:id', [`/accounts/${await first('/v1/users?limit=1', 'admin')}`], 'admin'),
    ...of('/accounts/:id/phone', [`/accounts/${await first('/v1/users?limit=1', 'admin')}/phone`], 'admin'),
    ...of('/me', ['/me']),
  ];
}
