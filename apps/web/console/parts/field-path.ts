/** A field as a refusal names it, `sessions[0].topic`, as the path that a form knows it by. */
export const fieldPath = (field: string): (string | number)[] =>
  field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
