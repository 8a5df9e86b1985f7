import { type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export const appearances = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];
type Theme = 'light' | 'dark';

const key = 'sitang.appearance';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const isAppearance = (text: string | null): text is Appearance => appearances.includes(text as Appearance);

/** What the reader chose on this browser; the system's own choice unless told. */
export const appearance = (): Appearance => {
  const kept = localStorage.getItem(key);
  return isAppearance(kept) ? kept : 'auto';
};
const themeNow = (): Theme => {
  const chosen = appearance();
  return chosen === 'auto' ? (system.matches ? 'dark' : 'light') : chosen;
};

/** Paints the page: every colour hangs on this one attribute. */
function paint(): void {
  document.documentElement.dataset.theme = themeNow();
  for (const listener of listeners) listener();
}
export function choose(chosen: Appearance): void {
  localStorage.setItem(key, chosen);
  paint();
}
system.addEventListener('change', paint);
paint();

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, themeNow);

const seeds = {
  light: {
    colorPrimary: '#3c7a3b',
    colorBgBase: '#ffffff',
    colorTextBase: '#20231d',
    colorBorder: '#b9b6a8',
    colorError: '#b3261e',
    colorTextPlaceholder: '#5d6157',
    colorWarning: '#8a5a00',
    colorTextDescription: '#5d6157',
  },
  dark: {
    colorPrimary: '#8cc084',
    colorBgBase: '#1d201a',
    colorTextBase: '#e9e8df',
    colorBorder: '#565b4e',
    colorError: '#ff9a8f',
    colorTextPlaceholder: '#a9ab9e',
    colorWarning: '#e3b45c',
    colorTextDescription: '#a9ab9e',
  },
} as const;

/** Ant Design in the product's own type, spacing and colours. */
export const antTheme = (theme: Theme, algorithm: ThemeConfig['algorithm']): ThemeConfig => ({
  algorithm,
  cssVar: { key: 'sitang' },
  hashed: false,
  token: {
    ...seeds[theme],
    ...(theme === 'dark' ? { colorBgContainer: '#1d201a', colorBgElevated: '#262a22' } : {}),
    colorInfo: seeds[theme].colorPrimary,
    colorLink: seeds[theme].colorPrimary,
    fontFamily: 'var(--type)',
    fontSize: 14,
    borderRadius: 6,
    controlHeight: 34,
    motionDurationSlow: '0.15s',
    motionDurationMid: '0.12s',
    motionDurationFast: '0.08s',
    wireframe: false,
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      primaryColor: theme === 'dark' ? '#132012' : '#ffffff',
      dangerColor: theme === 'dark' ? '#2b0906' : '#ffffff',
    },
  },
});
