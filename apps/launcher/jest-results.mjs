// What jest wrote of a run: what failed, what deserves a second try, and the sum of both.

/** @typedef {{ passed: number, failed: number, skipped: number, unsteady: number }} Sum */
/** @typedef {{ suite: string, title: string, said: string }} Failure */
/**
 * @typedef {object} Results
 * @property {boolean} success
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} testResults
 */

// Jest colours what it writes.
const colours = /\u001b\[\d+m/g;
/** A whole failure of a story is pages long; this much, without an empty line, says what it was. @param {string} text */
const begins = (text) =>
  text
    .replace(colours, '')
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, 24)
    .join('\n')
    .slice(0, 2_000);

/** @param {Results} results @returns {Failure[]} */
export const failuresOf = ({ testResults }) =>
  testResults.flatMap(({ name: suite, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    // A suite that could not even be loaded has no failed tests of its own.
    if (failed.length === 0) return status === 'failed' ? [{ suite, title: '(the suite itself)', said: begins(message) }] : [];
    return failed.map(({ fullName, failureMessages }) => ({ suite, title: fullName, said: begins(failureMessages.join('\n')) }));
  });

/** @param {Results} results @param {number | null} code jest's own end @returns {Sum} */
export function sumOf(results, code) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed || (code && !results.success ? 1 : 0),
    skipped: results.numPendingTests + results.numTodoTests,
    unsteady: 0,
  };
}

const mostSuites = 3;
/**
 * The suites to be run once more: stories in a real browser share two cores with everything else, and now and then one waits in vain.
 * Only if nothing else failed, and few of them: otherwise the product is at fault, not the moment. The phone's stories say that no mark is
 * lost or doubled: theirs are tried again where a page did not come, never where something else was there than should be.
 * @param {Failure[]} failures
 * @returns {string[]}
 */
export function worthASecondTry(failures) {
  const suites = [...new Set(failures.map(({ suite }) => suite))];
  const inBrowser = suites.every((suite) => /[\\/]test[\\/]browser[\\/][^\\/]+$/.test(suite));
  const isForgiven = failures.every(({ suite, said }) => !/[\\/]field[^\\/]*$/.test(suite) || /\bTimeout \d+ms exceeded/.test(said));
  return inBrowser && isForgiven && suites.length <= mostSuites ? suites : [];
}

/**
 * A story that passes only the second time counts as passed and as unsteady; one that fails twice has failed.
 * @param {Sum} first @param {Sum} again of the suites that were tried again
 * @returns {Sum}
 */
export function together(first, again) {
  // Nothing ran: nothing was shown.
  if (again.passed === 0) return first;
  const mended = Math.max(first.failed - again.failed, 0);
  return { ...first, passed: first.passed + mended, failed: again.failed, unsteady: mended };
}
