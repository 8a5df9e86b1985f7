import { CellFault } from './cells.js';
import { type Column } from './importer.js';

/** What a column takes, as its own reader tells it. */
export interface ColumnRule {
  form: 'text' | 'choice' | 'date' | 'time' | 'number' | 'idNumber' | 'phone' | 'room';
  /** The words it knows. */
  allowed?: string[];
  /** Characters at most. */
  longest?: number;
  min?: number;
  max?: number;
  /** Several values in one cell. */
  several?: boolean;
}

const nothingAnybodyWrites = '\u2047';
const forms: Record<string, ColumnRule['form']> = {
  unknownValue: 'choice',
  malformedDate: 'date',
  malformedTime: 'time',
  malformedNumber: 'number',
  identityInvalid: 'idNumber',
  malformedPhone: 'phone',
  malformedViewingPoint: 'room',
};

/** What the reader says of a text: the fault, or the value it makes of it. */
function said({ parse }: Column, text: string): { fault?: CellFault; value?: unknown } {
  try {
    return { value: parse ? parse(text) : text };
  } catch (fault) {
    if (fault instanceof CellFault) return { fault };
    throw fault;
  }
}

/**
 * The rule of a column, asked of the very function that reads its cells: what it turns down, and with which words. So a template
 * can never say anything else than what a file is checked by.
 */
export function ruleOf(column: Column): ColumnRule {
  const several = Array.isArray(said(column, '').value) || undefined;
  const { fault } = said(column, nothingAnybodyWrites);
  const form = (fault && forms[fault.code]) ?? 'text';
  if (form === 'choice') return { form, several, allowed: fault!.facts?.allowed as string[] };
  if (form === 'number') {
    const { facts } = said(column, '999999999999999').fault ?? {};
    return { form, min: facts?.min as number | undefined, max: facts?.max as number | undefined };
  }
  if (form !== 'text') return { form, several };
  const longest = said(column, 'x'.repeat(2_000)).fault?.facts?.max as number | undefined;
  return { form, several, longest };
}
