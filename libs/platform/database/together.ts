import { isPassing } from './transactions.js';

interface Waiting<In, Out> {
  input: In;
  since: number;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

export interface Rounds<In> {
  /** How many rounds go on at once. */
  lanes: number;
  /** While a round goes on, another begins only with so much, or when somebody waited for a second: whoever brings little waits for company. 1 unless told. */
  enough?: number;
  /** A round takes no more than this, unless a single caller brings more. */
  most: number;
  /** How much a caller brings; 1 unless told. */
  weightOf?: (input: In) => number;
}

/** A round that hangs must not hold everybody up. */
const patienceMs = 1_000;

/**
 * Work that callers share. Whoever comes while a lane is free begins at once; whoever comes while all are busy waits, and goes with
 * everybody else who waits by then, in one round: one transaction, one question. Nobody waits for a clock.
 */
export class Together<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private busy = 0;

  /** `round` answers for each input, in their order. */
  constructor(
    private readonly round: (inputs: In[]) => Promise<Out[]>,
    private readonly rounds: Rounds<In>,
  ) {}

  run(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, since: performance.now(), resolve, reject });
      this.begin();
    });
  }

  private begin(): void {
    while (this.busy < this.rounds.lanes && this.waiting.length > 0 && (this.busy === 0 || this.isEnough())) {
      this.busy++;
      void this.go(this.take()).finally(() => {
        this.busy--;
        this.begin();
      });
    }
  }

  private isEnough(): boolean {
    const { enough = 1, weightOf = () => 1 } = this.rounds;
    if (performance.now() - this.waiting[0]!.since > patienceMs) return true;
    return this.waiting.reduce((weight, { input }) => weight + weightOf(input), 0) >= enough;
  }

  private take(): Waiting<In, Out>[] {
    const { most, weightOf = () => 1 } = this.rounds;
    let weight = 0;
    let many = 0;
    for (const { input } of this.waiting) {
      weight += weightOf(input);
      if (many > 0 && weight > most) break;
      many++;
    }
    return this.waiting.splice(0, many);
  }

  private async go(callers: Waiting<In, Out>[]): Promise<void> {
    try {
      const outputs = await this.round(callers.map(({ input }) => input));
      for (const [i, caller] of callers.entries()) caller.resolve(outputs[i]!);
    } catch (error) {
      // The database is away for all of them. Any other trouble is one caller's, from which the others must not suffer.
      if (callers.length === 1 || isPassing(error)) for (const caller of callers) caller.reject(error);
      else for (const caller of callers) await this.go([caller]);
    }
  }
}
