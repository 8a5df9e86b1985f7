import { expect, it } from '@jest/globals';
import { roomForNames, type Spot } from './name-room.ts';

const spot = (id: string, x: number, y: number, radius = 6, name = '横渠村教学点'): Spot => ({ id, name, x, y, radius });
const named = (...spots: Spot[]): string[] => [...roomForNames(spots, 640)].sort();

it('names points that lie apart', () => {
  expect(named(spot('a', 100, 100), spot('b', 300, 100))).toEqual(['a', 'b']);
});
it('names the larger of two whose names would lie over each other', () => {
  expect(named(spot('a', 100, 100), spot('b', 120, 96, 10))).toEqual(['b']);
});
it('lets no name lie over another point, or past the edge', () => {
  expect(named(spot('a', 100, 100), spot('b', 100, 118, 3, ''))).toEqual(['b']);
  expect(named(spot('a', 20, 100), spot('b', 630, 100))).toEqual([]);
});
it('lets no name lie over what is kept free', () => {
  const scale = { left: 60, right: 160, top: 100, bottom: 130 };
  expect([...roomForNames([spot('a', 100, 100), spot('b', 300, 100)], 640, [scale])]).toEqual(['b']);
});
