import tseslint from 'typescript-eslint';

const everywhere = [
  { selector: "CallExpression[callee.name='forwardRef']", message: 'Cut the knot instead: see the dependency order in README.' },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask platform/clock for the time, so that a test can set it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask platform/clock for the time, so that a test can set it.',
  },
];

const inBrowsers = [
  ...everywhere,
  {
    selector: "MemberExpression[property.name='randomUUID']",
    message: 'Use uuid() of apps/web/api: browsers have no crypto.randomUUID on plain HTTP from another machine.',
  },
];
const catalogue = 'Put it into the words.ts of this folder.';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.data', 'coverage', 'docs', 'apps/web/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  { files: ['apps/web/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...inBrowsers] } },
  {
    // Every sentence of a page stands in a catalogue (words.ts), in both languages; so do the signs between its words, which differ too.
    files: ['apps/web/**/*.{ts,tsx}'],
    ignores: ['apps/web/**/{words,*-words}.ts', 'apps/web/console/{words/**,parts/quantities.ts}', 'apps/web/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...inBrowsers,
        { selector: 'JSXText[value=/[A-Za-z\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]/]', message: catalogue },
        { selector: 'Literal[value=/[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]/]', message: catalogue },
        { selector: 'TemplateElement[value.raw=/[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]/]', message: catalogue },
        { selector: 'JSXAttribute[name.name=/^(title|placeholder|aria-label|alt)$/] > Literal', message: catalogue },
      ],
    },
  },
  { files: ['apps/launcher/**', 'libs/platform/clock/**', 'test/**', 'apps/cli/**'], rules: { 'no-restricted-syntax': 'off' } },
);
