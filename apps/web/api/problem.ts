import { type RefusalCode } from '#contract';

/** What a field of a form was refused for: its name and a short word, see `fault` in the catalogue. */
export interface FieldFault {
  field: string;
  fault: string;
  allowed?: unknown;
}

/** An answer that is none: what the API refused, with its stable code, or `offline` where nobody answered. */
export class Problem extends Error {
  constructor(
    readonly code: RefusalCode | 'offline',
    readonly status: number,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(code);
  }
  get fields(): FieldFault[] {
    return Array.isArray(this.facts.fields) ? (this.facts.fields as FieldFault[]) : [];
  }
  /** Worth asking again by itself: nobody answered, or the server asks for patience. */
  get passes(): boolean {
    return this.code === 'offline' || this.status === 503 || this.status === 429;
  }
}

/** Reads what the API refused. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => ({}));
  const { code = 'unexpected', ...facts } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return new Problem(code as RefusalCode, response.status, facts);
};
