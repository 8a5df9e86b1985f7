import { describe, expect, it } from '@jest/globals';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
  unsteady: number;
}
/** The launcher is plain JavaScript: it runs before anything is installed. */
const { failuresOf, sumOf, together, worthASecondTry } = (await import(
  String(new URL('../../apps/launcher/jest-results.mjs', import.meta.url))
)) as {
  failuresOf(results: object): { suite: string; title: string; said: string }[];
  sumOf(results: object, code: number): Sum;
  together(first: Sum, again: Sum): Sum;
  worthASecondTry(failures: object[]): string[];
};

const failing = (suite: string, ...titles: string[]) => failingAs('expected\u001b[39m 1', suite, ...titles);
const failingAs = (said: string, suite: string, ...titles: string[]) => ({
  name: `/clone/test/${suite}.test.ts`,
  status: 'failed',
  message: `${suite} could not be loaded`,
  assertionResults: titles.map((fullName) => ({
    fullName,
    status: 'failed',
    failureMessages: [`\u001b[31m${said}\n\n   at ${fullName}`],
  })),
});
const results = (...testResults: ReturnType<typeof failing>[]) => ({
  success: testResults.length === 0,
  numPassedTests: 40,
  numFailedTests: testResults.reduce((sum, one) => sum + one.assertionResults.length, 0),
  numRuntimeErrorTestSuites: testResults.filter((one) => one.assertionResults.length === 0).length,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});
const tried = (...testResults: ReturnType<typeof failing>[]): string[] => worthASecondTry(failuresOf(results(...testResults)));

describe('a browser story that failed', () => {
  it('is tried once more, its suite whole', () => {
    expect(tried(failing('browser/forms', 'asks', 'saves'), failing('browser/hall', 'shows'))).toEqual([
      '/clone/test/browser/forms.test.ts',
      '/clone/test/browser/hall.test.ts',
    ]);
    expect(tried()).toEqual([]);
  });

  it('is not tried again beside a failure elsewhere, nor with many others', () => {
    expect(tried(failing('browser/forms', 'asks'), failing('stories/marks', 'are kept'))).toEqual([]);
    expect(tried(...['forms', 'hall', 'doors', 'starts'].map((name) => failing(`browser/${name}`, 'shows')))).toEqual([]);
  });

  it('is not tried again where a phone kept another number of marks than it should, only where its page did not come', () => {
    const late = failingAs('locator.waitFor: Timeout 30000ms exceeded.', 'browser/field-roll', 'marks');
    expect(tried(late)).toEqual(['/clone/test/browser/field-roll.test.ts']);
    expect(tried(late, failing('browser/field', 'loses nothing'))).toEqual([]);
  });

  it('counts as passed and as unsteady when it passes then, and as failed when it does not', () => {
    const first = sumOf(results(failing('browser/forms', 'asks', 'saves')), 1);
    expect(first).toEqual({ passed: 40, failed: 2, skipped: 0, unsteady: 0 });
    expect(together(first, sumOf(results(), 0))).toEqual({ passed: 42, failed: 0, skipped: 0, unsteady: 2 });
    expect(together(first, sumOf(results(failing('browser/forms', 'saves')), 1))).toEqual({
      passed: 41,
      failed: 1,
      skipped: 0,
      unsteady: 1,
    });
    // Nothing came of the second try: it ended before it wrote a word.
    expect(together(first, { passed: 0, failed: 1, skipped: 0, unsteady: 0 })).toEqual(first);
  });

  it('is told in short, without colours and empty lines, and so is a suite that could not be loaded', () => {
    expect(failuresOf(results(failing('browser/forms', 'asks'), failing('browser/hall')))).toEqual([
      { suite: '/clone/test/browser/forms.test.ts', title: 'asks', said: 'expected 1\n   at asks' },
      { suite: '/clone/test/browser/hall.test.ts', title: '(the suite itself)', said: 'browser/hall could not be loaded' },
    ]);
  });
});
