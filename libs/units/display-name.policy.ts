/** A screen shows the place, not its committee: 三和村村委会 → 三和村, 豆家堡村委会 → 豆家堡村, 新兴社区居委会 → 新兴社区. */
export function displayName(name: string): string {
  const place = name.replace(/(?:居民|村民|居|村)委(?:员|委)?会$/, '');
  if (place === name || place === '') return name;
  // One 村 serves the village and its committee: 豆家堡村委会 is the committee of 豆家堡村.
  return /村(?:民)?委(?:员|委)?会$/.test(name) && !place.endsWith('村') ? `${place}村` : place;
}
