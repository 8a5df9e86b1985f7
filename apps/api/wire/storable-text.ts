/** A text that the database and every client can hold: no NUL, and no half of a surrogate pair by itself. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/[\ud800-\udfff]/u.test(text);
