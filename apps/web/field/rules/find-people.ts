import { soundsLike } from '#contract';
import { type PackPerson } from '../kept/shapes.ts';

/** By a part of the name, by pinyin initials, by the village, or by the last four digits. */
export function fits({ name, unit, last4 }: Pick<PackPerson, 'name' | 'unit' | 'last4'>, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  if (text === '') return true;
  return [name, unit, last4 ?? ''].some((part) => part.toLowerCase().includes(text)) || (/^[a-z]+$/.test(text) && soundsLike(name, text));
}
