import { type CountedHeads, writeHeadCount } from '../kept/head-counts.ts';
import { takeBack } from '../kept/marks.ts';
import { type HeadCountRecord } from '../kept/shapes.ts';
import { keeping, putMarked } from './marking.ts';
import { type PhoneState } from './state.ts';

/** Heads that somebody counted. Nothing shows that is not on the disk. */
export class Counting {
  constructor(
    private readonly state: PhoneState,
    private readonly onCounted: () => void,
    private readonly readAgain: () => Promise<void>,
  ) {}

  /** `false` where the phone could not keep it, or where a part makes no sense any more: another tab has given the whole. */
  async count(counted: CountedHeads): Promise<boolean> {
    const { holder } = this.state.standing();
    if (!holder) return false;
    const record = await keeping(this.state, this.readAgain, () => writeHeadCount(holder.instructorId, counted));
    if (!record) {
      if (this.state.standing().notKept === null) await this.readAgain().catch(() => undefined);
      return false;
    }
    putMarked(this.state, [record]);
    this.onCounted();
    return true;
  }

  /** Takes a count out that never left. `false` where it has: another whole puts it right. */
  async takeBack({ seq }: HeadCountRecord): Promise<boolean> {
    const isGone = await keeping(this.state, this.readAgain, () => takeBack([seq]));
    if (isGone) putMarked(this.state, [], [seq]);
    return isGone ?? false;
  }
}
