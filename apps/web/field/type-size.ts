import { useSyncExternalStore } from 'react';

type TypeSize = 'plain' | 'large';

const key = 'sitang.field.type';
const listeners = new Set<() => void>();

const chosen = (): TypeSize => (localStorage.getItem(key) === 'large' ? 'large' : 'plain');
const paint = (): void => {
  document.documentElement.dataset.type = chosen();
};
paint();

export function setType(type: TypeSize): void {
  localStorage.setItem(key, type);
  paint();
  for (const listener of listeners) listener();
}

export const useType = (): TypeSize =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, chosen);
