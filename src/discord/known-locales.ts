/** Which language people use. Messages in channels do not tell; commands and buttons do. */
export interface KnownLocales {
  remember(person: string, locale: string): void;
  of(person: string): string | undefined;
}

/** People; whoever was met longest ago is forgotten first. */
const MOST = 2_000;

export function createKnownLocales(most = MOST): KnownLocales {
  const known = new Map<string, string>();
  return {
    remember(person, locale) {
      known.delete(person);
      known.set(person, locale);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    of: (person) => known.get(person),
  };
}
