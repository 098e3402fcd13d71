import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { SPANISH } from './spanish.ts';
import { UKRAINIAN } from './ukrainian.ts';
import type { Words } from './words.ts';

export type Language = 'en' | 'uk' | 'de' | 'es' | 'fr';

export const LANGUAGES: Readonly<Record<Language, Words>> = {
  en: ENGLISH,
  uk: UKRAINIAN,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
};

/** Which of Discord's locales each language serves. */
export const DISCORD_LOCALES = {
  en: ['en-US', 'en-GB'],
  uk: ['uk'],
  de: ['de'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
} as const satisfies Readonly<Record<Language, readonly string[]>>;

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** Words as they can be sent anywhere: by the name of their language. */
export const languageOf = (words: Words): Language =>
  (Object.keys(LANGUAGES) as Language[]).find((language) => LANGUAGES[language] === words) ?? 'en';

/** By what stands before the dash: `es-419` → Spanish. English where we have no such language. */
export function wordsFor(locale: string | undefined): Words {
  const code = locale?.split('-')[0]?.toLowerCase() ?? '';
  return isLanguage(code) ? LANGUAGES[code] : ENGLISH;
}
