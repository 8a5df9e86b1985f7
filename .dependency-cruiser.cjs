// The house in one array: each library may import only what stands before it, and only through its door (index.ts).
const order = [
  'contract',
  'platform',
  'units',
  'accounts',
  'access',
  'notifications',
  'period',
  'people',
  'instructors',
  'sites',
  'courses',
  'schedule',
  'enrollment',
  'conflicts',
  'leave',
  'attendance',
  'online',
  'credit',
  'evaluation',
  'completion',
  'nomination',
  'statistics',
  'quality',
  'reporting',
];
// The rooms of the platform have an order of their own.
const rooms = [
  'clock',
  'refusal',
  'config',
  'secrecy',
  'context',
  'database',
  'audit',
  'jobs',
  'workbook',
  'files',
  'imports',
  'documents',
  'core',
  'start',
];

const above = (list, i) => list.slice(i + 1).join('|');
const looksUp = order.slice(0, -1).map((lib, i) => ({
  name: `${lib}-looks-up`,
  comment: `${lib} stands before the libraries it imports here; see the order in .dependency-cruiser.cjs`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${above(order, i)})/` },
}));
const roomLooksUp = rooms.slice(0, -1).map((room, i) => ({
  name: `platform-${room}-looks-up`,
  severity: 'error',
  from: { path: `^libs/platform/${room}/` },
  to: { path: `^libs/platform/(${above(rooms, i)})/` },
}));

module.exports = {
  forbidden: [
    ...looksUp,
    ...roomLooksUp,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'through-the-door',
      comment: 'Enter a library through its index.ts',
      severity: 'error',
      from: { path: '^(apps|demo|test)/' },
      to: { path: '^libs/(?!platform/)([^/]+)/(?!index\\.ts$)' },
    },
    {
      name: 'through-the-door-of-another-lib',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(?!platform/)([^/]+)/(?!index\\.ts$).+', pathNot: '^libs/$1/' },
    },
    {
      name: 'not-your-own-door',
      severity: 'error',
      from: { path: '^libs/([^/]+)/(?!index\\.ts$)', pathNot: '^libs/platform/' },
      to: { path: '^libs/$1/index\\.ts$' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|test|demo)/' } },
    {
      name: 'the-api-serves-without-the-demo',
      comment: 'Only where the API is put together, and only when it serves the demo',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: '^apps/api/create-app\\.ts$' },
      to: { path: '^demo/' },
    },
    { name: 'apps-never-import-each-other', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/(?!$1/)' } },
    { name: 'web-knows-the-contract-only', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^libs/(?!contract/)' } },
    {
      name: 'contract-runs-in-a-browser',
      severity: 'error',
      from: { path: '^libs/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^libs/contract/' },
    },
    {
      name: 'policies-do-no-io',
      severity: 'error',
      from: { path: '\\.policy\\.ts$' },
      to: { path: '(^node_modules/(@nestjs|typeorm|bullmq|ioredis|mysql2)|^libs/platform/(database|jobs|audit|files|core)/)' },
    },
    { name: 'known-libs-only', severity: 'error', from: {}, to: { path: `^libs/(?!(${order.join('|')})/)` } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^(apps|libs)/', pathNot: '(\\.test\\.ts$|^apps/web/)' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|\\.data/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
