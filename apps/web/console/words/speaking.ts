import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'sitang.language';
const isLanguage = (text: string | null | undefined): text is Language => languages.includes(text as Language);

/** The reader's choice on this browser; else the browser's own language, Chinese unless it prefers English. */
function languageAtFirst(): Language {
  const kept = localStorage.getItem(key);
  if (isLanguage(kept)) return kept;
  const wished = navigator.languages.map((one) => one.slice(0, 2)).find(isLanguage);
  return wished ?? 'zh';
}

/** Gives the page its words. */
export function begin(words: Record<Language, object>): void {
  void i18next.use(initReactI18next).init({
    lng: languageAtFirst(),
    fallbackLng: false,
    defaultNS: 'words',
    ns: ['words'],
    resources: { zh: { words: words.zh }, en: { words: words.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    // A key without words is a mistake: seen by whoever looks, and by every story in a browser.
    saveMissing: true,
    missingKeyHandler: (_, __, key) => console.error(`no words for ${key}`),
  });
  i18next.on('languageChanged', tell);
  tell();
}

export const language = (): Language => (isLanguage(i18next.language) ? i18next.language : 'zh');

export function speak(chosen: Language): void {
  localStorage.setItem(key, chosen);
  void i18next.changeLanguage(chosen);
}

const tell = (): void => {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
};
