/** The only door to the time of day. Tests set it; nobody else calls `new Date()`. */
let source: () => number = () => Date.now();

export const now = (): Date => new Date(source());

/** For tests: every later `now()` answers this instant, or the real one again when given nothing. */
export const setClock = (instant?: Date): void => {
  source = instant ? () => instant.getTime() : () => Date.now();
};

const shanghai = 8 * 3_600_000;

/** The calendar date in Shanghai, `YYYY-MM-DD`, of an instant. China has had no summer time since 1991. */
export const shanghaiDate = (instant: Date): string => new Date(instant.getTime() + shanghai).toISOString().slice(0, 10);

/** Today in Shanghai. */
export const today = (): string => shanghaiDate(now());

/** `date` moved by whole days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Month as the number 202106, which sorts and compares. */
export const monthOf = (date: string): number => Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));
export const monthText = (month: number): string => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;

/** Is the text a date that exists? */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;

/** Full years between two dates; someone born on 29 February grows older on 1 March. */
export const fullYears = (born: string, on: string): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
