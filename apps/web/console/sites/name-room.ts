/** A point on the map and what would stand under it. */
export interface Spot {
  id: string;
  name: string;
  x: number;
  y: number;
  radius: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** As wide as it is drawn at 13 px, nearly: a Chinese character is a square. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 13 : 7.5), 0);
const nameBox = ({ name, x, y, radius }: Spot): Box => {
  const half = widthOf(name) / 2;
  return { left: x - half, right: x + half, top: y + radius + 5, bottom: y + radius + 22 };
};
const pointBox = ({ x, y, radius }: Spot): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whose name has room under its point: over no other name, no other point, nothing `kept` free, not past the edge. The largest come first. */
export function roomForNames(spots: readonly Spot[], width: number, kept: readonly Box[] = []): Set<string> {
  const named = new Set<string>();
  const taken = [...kept];
  for (const spot of [...spots].sort((a, b) => b.radius - a.radius)) {
    const box = nameBox(spot);
    if (box.left < 0 || box.right > width) continue;
    if (taken.some((other) => meet(box, other)) || spots.some((other) => other.id !== spot.id && meet(box, pointBox(other)))) continue;
    taken.push(box);
    named.add(spot.id);
  }
  return named;
}
