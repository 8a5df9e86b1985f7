/**
 * Codes are those of the National Bureau of Statistics, without the zeros that fill them up: province 61, city 6103, county
 * 610326, town 610326101, village 610326101204. A code of another form (an organ's) stays as it is, in upper case.
 */
export function normaliseUnitCode(text: string): string {
  let code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(code)) return code;
  for (const [length, filling] of [
    [12, /000$/],
    [9, /000$/],
    [6, /00$/],
    [4, /00$/],
  ] as const) {
    if (code.length === length) code = code.replace(filling, '');
  }
  return code;
}
