/** "told" and "Politico" → "told Politico". The colon of "Quill: “…”" is a cue too, but says nothing. */
export const saidHow = (parts: readonly string[]): string =>
  parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ');
