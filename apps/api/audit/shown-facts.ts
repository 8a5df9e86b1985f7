import { ShownParts, Text } from '../wire/index.js';

export class AuditFactView {
  @Text({ max: 40, example: 'startsOn' }) name: string;
  @Text({ max: 200, min: 0, optional: true, example: '2021-06-08', about: '修改前的值,空为没有 · what it was, where a value was changed' })
  from?: string;
  @Text({ max: 200, min: 0, example: '2021-06-09' }) value: string;
}

export const ShownFacts = (): PropertyDecorator =>
  ShownParts(() => AuditFactView, { about: '编号和非个人的值 · ids and values that are not personal' });

/** What somebody typed as a reason may name people. */
const typed = new Set(['reason']);
const longest = 200;

const plain = (value: unknown): string => {
  const text =
    value === null
      ? ''
      : typeof value === 'string'
        ? value
        : Array.isArray(value) && value.every((one) => typeof one === 'string')
          ? value.join(', ')
          : JSON.stringify(value);
  return [...(text ?? '')].slice(0, longest).join('');
};

/** The facts of an entry in words of the wire: what was changed first, then the fields that were sent besides, then the rest. */
export function shownFacts({ changes = [], fields = [], ...rest }: Record<string, unknown>): AuditFactView[] {
  const changed = changes as [string, unknown, unknown][];
  const besides = (fields as string[]).filter((field) => changed.every(([name]) => name !== field));
  return [
    ...changed.map(([name, from, value]) => ({ name, from: plain(from), value: plain(value) })),
    ...(besides.length > 0 ? [{ name: 'fields', value: plain(besides) }] : []),
    ...Object.entries(rest).flatMap(([name, value]) =>
      typed.has(name) || value === null || value === undefined ? [] : [{ name, value: plain(value) }],
    ),
  ];
}
