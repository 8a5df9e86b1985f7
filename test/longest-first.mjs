import { relative, sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** What takes longest, and is not told by the size of its file: in the order in which it is to begin. */
export const longest = [
  'test/browser/pages-on-a-desk.test.ts',
  'test/stories/rules-broken.test.ts',
  'test/browser/pages-on-a-phone.test.ts',
  'test/stories/crashes.test.ts',
  'test/stories/meixian-year.test.ts',
];

/** The longest first, also where no run has noted how long each took: a run that has them at its end waits for one of them on a single core. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const place = longest.indexOf(relative(context.config.rootDir, path).split(sep).join('/'));
      return place < 0 ? longest.length : place;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
