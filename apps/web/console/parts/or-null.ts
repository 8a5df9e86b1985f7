/** A text that was left empty, or emptied, is said to be nothing. */
export const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** The same of any value of a form, which is otherwise sent as it is. */
export const bare = <T>(value: T | '' | null | undefined): T | null => (value === undefined || value === '' ? null : value);
