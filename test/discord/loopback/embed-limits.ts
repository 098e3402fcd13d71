import type { Violation } from './errors.ts';
import { type Body, isBody } from './shapes.ts';

/** In characters. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MOST_TOGETHER = 6_000;
const MOST_EMBEDS = 10;
const MOST_FIELDS = 25;

interface Text {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly most: number;
}

export function embedViolations(embeds: readonly Body[]): Violation[] {
  const texts = embeds.flatMap((embed, index) => textsOf(embed, ['embeds', index]));
  const found: Violation[] = texts
    .filter(({ text, most }) => text.length > most)
    .map(({ path, text, most }) => ({
      path,
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `at most ${most}, got ${text.length}`,
    }));
  const together = texts.reduce((sum, { text }) => sum + text.length, 0);
  const tell = (code: string, message: string): void => void found.push({ path: ['embeds'], code, message });
  if (together > MOST_TOGETHER)
    tell('MAX_EMBED_SIZE_EXCEEDED', `at most ${MOST_TOGETHER} together, got ${together}`);
  if (embeds.length > MOST_EMBEDS) tell('BASE_TYPE_MAX_LENGTH', `at most ${MOST_EMBEDS} embeds`);
  if (embeds.some(({ fields }) => Array.isArray(fields) && fields.length > MOST_FIELDS))
    tell('BASE_TYPE_MAX_LENGTH', `at most ${MOST_FIELDS} fields`);
  return found;
}

function textsOf(embed: Body, path: readonly (string | number)[]): readonly Text[] {
  const fields = Array.isArray(embed.fields) ? embed.fields.filter(isBody) : [];
  const { author, footer } = embed;
  const all: readonly (readonly [readonly (string | number)[], unknown, number])[] = [
    [['title'], embed.title, 256],
    [['description'], embed.description, 4_096],
    [['author', 'name'], isBody(author) ? author.name : undefined, 256],
    [['footer', 'text'], isBody(footer) ? footer.text : undefined, 2_048],
    ...fields.flatMap(
      ({ name, value }, at) =>
        [
          [['fields', at, 'name'], name, 256],
          [['fields', at, 'value'], value, 1_024],
        ] as const,
    ),
  ];
  return all.flatMap(([step, text, most]) =>
    typeof text === 'string' ? [{ path: [...path, ...step], text, most }] : [],
  );
}
