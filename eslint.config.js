import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.data', 'coverage', 'docs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Cut the knot instead: see the dependency order in README.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Ask platform/clock for the time, so that a test can set it." },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Ask platform/clock for the time, so that a test can set it." },
      ],
    },
  },
  { files: ['apps/launcher/**', 'libs/platform/clock/**', 'test/**', 'apps/cli/**'], rules: { 'no-restricted-syntax': 'off' } },
);
