type Value = string | number | boolean | null;
const isValue = (value: unknown): value is Value => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** In one form: nothing is `null`, and a time goes to the minute, as forms send it and tables do not. */
function inOneForm(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? value.replace(/^(\d{2}:\d{2}):00$/, '$1') : value;
}

/** Equal for equal values; a list is a set. */
const keyOf = (value: unknown): string =>
  Array.isArray(value)
    ? JSON.stringify(
        [...new Set(value.map((one: unknown) => JSON.stringify(isValue(one) ? one : Object.entries(one as object).sort())))].sort(),
      )
    : JSON.stringify(value);

/**
 * What a change did, as the trail keeps it: the names of the fields that differ now, a form sends all it has; and what they were and
 * are, lists left out. Values of `personal` fields are never kept.
 */
export function whatChanged(
  before: object,
  changes: object,
  personal: readonly string[] = [],
): { fields: string[]; changes: [name: string, from: Value, to: Value][] } {
  const was = before as Record<string, unknown>;
  const differing = Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, inOneForm(was[name]), inOneForm(value)] as const)
    .filter(([, then, now]) => keyOf(then) !== keyOf(now));
  return {
    fields: differing.map(([name]) => name),
    // A list: an object would lose its order in the database.
    changes: differing.flatMap(([name, then, now]): [string, Value, Value][] =>
      personal.includes(name) || !isValue(now) || !isValue(then) ? [] : [[name, then, now]],
    ),
  };
}
