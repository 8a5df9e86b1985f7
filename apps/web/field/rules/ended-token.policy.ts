const day = 86_400_000;

/**
 * Whether rosters stay on a phone whose token the county does not know any more. It ended long ago with the phone's or its account's, and the
 * names go at once; unless the county served them within the last day, by a clock that was not turned back: then the county has lost the token,
 * and today's class is still marked before a new code is opened.
 */
export const namesStay = (served: { at: string } | undefined, now: Date): boolean => {
  const age = served ? now.getTime() - Date.parse(served.at) : Infinity;
  return age >= 0 && age < day;
};
