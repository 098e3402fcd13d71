import type { ServerSettings } from './server-settings.ts';

export const DEFAULTS: ServerSettings = { mentions: { answered: true, except: [] }, threads: [] };

const MOST_EXCEPTIONS = 100;
const MOST_THREADS = 200;

/** The newest are kept: they stand last. */
export const bounded = ({ mentions, threads }: ServerSettings): ServerSettings => ({
  mentions: { answered: mentions.answered, except: mentions.except.slice(-MOST_EXCEPTIONS) },
  threads: threads.slice(-MOST_THREADS).map(({ id, continues }) => ({ id, continues })),
});

export const textOf = (settings: ServerSettings): string => `${JSON.stringify(settings, undefined, 2)}\n`;

/** What is missing has its default; throws where something else stands than what `textOf` writes. */
export function settingsOf(text: string): ServerSettings {
  const { mentions = {}, threads = [] } = record('the file', JSON.parse(text));
  const { answered = true, except = [] } = record('mentions', mentions);
  if (typeof answered !== 'boolean') throw wrong('mentions.answered', 'true or false', answered);
  return bounded({
    mentions: {
      answered,
      except: list('mentions.except', except).map((id) => string('mentions.except', id)),
    },
    threads: list('threads', threads).map((thread) => {
      const { id, continues } = record('threads', thread);
      return { id: string('threads.id', id), continues: string('threads.continues', continues) };
    }),
  });
}

function record(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(where, 'an object', value);
  return { ...value };
}

function list(where: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(where, 'a list', value);
  return value;
}

function string(where: string, value: unknown): string {
  if (typeof value !== 'string') throw wrong(where, 'a string', value);
  return value;
}

const wrong = (where: string, expected: string, got: unknown): Error =>
  new Error(`${where}: expected ${expected}; got ${(JSON.stringify(got) ?? 'nothing').slice(0, 60)}`);
