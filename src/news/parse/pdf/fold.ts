const LIGATURES: Readonly<Record<string, string>> = {
  ...{ ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' },
};

/** Signs that are there for the look → the letters that they stand for. A soft hyphen stays where a line ends. */
export const foldSigns = (text: string): string =>
  text
    .replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n]+/g, ' ')
    .replace(/[\0-\x1F\x7F-\x9F\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, '')
    .replace(/\u00AD(?=.*\S)/gs, '');

/** Letters without a meaning: of fonts that came without a table of what their pictures stand for. */
export const meaningless = (text: string): number => text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
