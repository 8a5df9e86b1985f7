export interface Off {
  by: number;
  unit: 'minutes' | 'hours' | 'days';
}

/** How far off a clock is, in the largest unit that says it well; up to two minutes are nothing. */
export function offBy(seconds: number): Off | null {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes <= 2) return null;
  if (minutes < 120) return { by: minutes, unit: 'minutes' };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { by: hours, unit: 'hours' } : { by: Math.round(hours / 24), unit: 'days' };
}
