import i18next from 'i18next';
import { type Words } from './shape.ts';

/** Called by the words of a noun when its page arrives: both languages at once, so that the reader can change at any moment. */
export function teach<Catalogue>(noun: string, words: { zh: Catalogue; en: Words<Catalogue> }): void {
  i18next.addResourceBundle('zh', 'words', { [noun]: words.zh }, true, true);
  i18next.addResourceBundle('en', 'words', { [noun]: words.en }, true, true);
}
