const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ';
/** Read otherwise in a surname than elsewhere: found under both letters. */
const alsoRead: Record<string, string> = { C: '种晟', O: '区', Q: '仇', S: '单', W: '隗', X: '解洗冼', Y: '乐尉员', Z: '曾查翟祭重长' };

const { compare } = new Intl.Collator('zh-u-co-pinyin');
const known = new Map<string, string>();

/**
 * The letters that a character's readings begin with: 张 → Z, 曾 → CZ; a letter or digit is its own. By the pinyin tables of Unicode,
 * where U+FDD0 and a letter open the characters of that letter. Nothing for whatever has no reading.
 */
export function initialsOf(character: string): string {
  const found = known.get(character) ?? readings(character);
  known.set(character, found);
  return found;
}

function readings(character: string): string {
  if (/^[a-z0-9]$/i.test(character)) return character.toUpperCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  let [from, to] = [0, letters.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(`\uFDD0${letters[middle]!}`, character) > 0) to = middle;
    else from = middle + 1;
  }
  const others = Object.entries(alsoRead).filter(([, characters]) => characters.includes(character));
  return [letters[from - 1] ?? '', ...others.map(([letter]) => letter)].join('');
}

let byLetter: ReadonlyMap<string, string> | undefined;

/** Letter → the characters with a reading that begins with it. */
function charactersOf(letter: string): string | undefined {
  if (byLetter) return byLetter.get(letter);
  const found = new Map<string, string>();
  for (let code = 0x4e00; code < 0x9fa6; code++) {
    const character = String.fromCharCode(code);
    for (const reading of initialsOf(character)) found.set(reading, (found.get(reading) ?? '') + character);
  }
  byLetter = found;
  return found.get(letter);
}

/** `zls` → a pattern of characters whose readings begin so, as those of 张莉莎; `null` where a letter begins no reading. Two to six letters. */
export function initialsPattern(typed: string): string | null {
  if (!/^[a-z]{2,6}$/i.test(typed)) return null;
  const characters = [...typed.toUpperCase()].map(charactersOf);
  return characters.every((one) => one !== undefined) ? characters.map((one) => `[${one}]`).join('') : null;
}

/** Whether some characters of the name that follow each other have readings that begin with these letters. */
export function soundsLike(name: string, typed: string): boolean {
  const [sounds, letters] = [[...name].map(initialsOf), [...typed.toUpperCase()]];
  return sounds.some((_, from) => letters.every((letter, place) => sounds[from + place]?.includes(letter)));
}
