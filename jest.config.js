// ESM jest over swc. Libraries are entered through the package's own `imports` map, at their sources.
export default {
  testEnvironment: '<rootDir>/test/story-environment.mjs',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/demo'],
  testMatch: ['**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  testTimeout: 60_000,
  // What a suite loaded stays in its worker's heap, where measuring memory takes ten times as long: a fresh one takes its place.
  workerIdleMemoryLimit: '500MB',
  // On a busy machine a worker needs seconds to begin or to end; one that something was left open in is still told of.
  workerGracefulExitTimeout: 10_000,
};
