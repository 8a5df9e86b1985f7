import { explainRefusal, type RefusalCode } from '#contract';

export interface FieldFault {
  field: string;
  /** What is wrong with it: a short word such as `required`, `tooLong`, `unknown`. */
  fault: string;
  allowed?: unknown;
}

/** The product says no, with the facts needed to mend it. Facts never hold personal data: they are logged and sent. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: Record<string, unknown> & { fields?: FieldFault[] } = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
  get status(): number {
    return explainRefusal(this.code).status;
  }
}

/** `value`, or the refusal when there is none. */
export function required<T>(value: T | null | undefined, code: RefusalCode, facts: Record<string, unknown> = {}): T {
  if (value === null || value === undefined) throw new Refusal(code, facts);
  return value;
}
