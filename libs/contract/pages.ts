/**
 * The first word of every address of the console. The server answers these with its page, whoever follows or reloads one; all
 * other addresses outside the API are not there.
 */
export const consolePages = [
  'figures',
  'classes',
  'sessions',
  'waiting',
  'people',
  'instructors',
  'sites',
  'units',
  'imports',
  'accounts',
  'me',
] as const;
export type ConsolePage = (typeof consolePages)[number];
