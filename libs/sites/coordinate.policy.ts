/** As exact as it is kept: six places, a hand's breadth. What is read back equals what was written. */
export const coordinate = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0;

export function roundedPlace<T extends { latitude?: number | null; longitude?: number | null }>(fields: T): T {
  const rounded = { ...fields };
  if (rounded.latitude != null) rounded.latitude = coordinate(rounded.latitude);
  if (rounded.longitude != null) rounded.longitude = coordinate(rounded.longitude);
  return rounded;
}
