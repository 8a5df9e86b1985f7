/** A point by its coordinates, in degrees. */
export interface Located {
  latitude: number;
  longitude: number;
}

export interface Plane {
  width: number;
  height: number;
  place: (point: Located) => { x: number; y: number };
  /** A round length and how long it is drawn. */
  scale: { metres: number; length: number };
}

const metresADegree = 111_320;
/** A single point, or points close together, still show a kilometre around them. */
const least = 2_000;
const round = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000];

/**
 * Degrees laid flat: north up, east to the right, one scale for both, true for a county (a thousandth of error over 50 km). All points
 * lie within, `margin` away from the edges, at the sides and above and below.
 */
export function planeOf(
  points: readonly Located[],
  { width, height, margin }: { width: number; height: number; margin: { x: number; y: number } },
): Plane {
  const latitudes = points.map((one) => one.latitude);
  const longitudes = points.map((one) => one.longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const eastward = metresADegree * Math.cos((middle.latitude * Math.PI) / 180);
  const span = { x: Math.max((east - west) * eastward, least), y: Math.max((north - south) * metresADegree, least) };
  const perMetre = Math.min((width - 2 * margin.x) / span.x, (height - 2 * margin.y) / span.y);
  const metres = round.findLast((one) => one * perMetre <= width / 4) ?? round[0]!;
  return {
    width,
    height,
    place: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - middle.longitude) * eastward * perMetre,
      y: height / 2 - (latitude - middle.latitude) * metresADegree * perMetre,
    }),
    scale: { metres, length: metres * perMetre },
  };
}
