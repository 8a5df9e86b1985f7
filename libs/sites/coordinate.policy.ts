interface Place {
  latitude?: number | null;
  longitude?: number | null;
}

/** As exact as it is kept: six places, a hand's breadth. What is read back equals what was written. */
export const coordinate = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0;

export function roundedPlace<T extends Place>(fields: T): T {
  const rounded = { ...fields };
  if (rounded.latitude != null) rounded.latitude = coordinate(rounded.latitude);
  if (rounded.longitude != null) rounded.longitude = coordinate(rounded.longitude);
  return rounded;
}

/** Half a place is none: it stands on no map. Which half is missing once the change is made to what stood there, if one is. */
export function missingHalf(change: Place, before: Place = {}): keyof Place | null {
  const of = (half: keyof Place): number | null => (change[half] === undefined ? (before[half] ?? null) : change[half]);
  if ((of('latitude') === null) === (of('longitude') === null)) return null;
  return of('latitude') === null ? 'latitude' : 'longitude';
}
