import { TestEnvironment } from 'jest-environment-node';

/** Lets a suite say more of a failure while what failed still stands: it sets `storyFailed`, which is called before its `afterEach`. */
export default class StoryEnvironment extends TestEnvironment {
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure') await this.global.storyFailed?.();
  }
}
