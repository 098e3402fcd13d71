import { defineCommand } from '../src/command.ts';
import type { Newsroom, SpeakerEntry } from '../src/newsroom.ts';
import { fullName } from '../src/people/full-name.ts';
import type { Block, CommandAction, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { CHOOSING, chosenFrom, isLimited, lookedIn, nowhere } from './articles-chosen.ts';
import { isQuotedIn, nobodyQuoted } from './nobody-quoted.ts';
import { pageActions, pageOf } from './pages.ts';
import { carried, type QuoteOptions, quotationFilterOf, quoteCall } from './quote-call.ts';
import { speakerList } from './speaker-list.ts';

const QUOTATIONS_PER_PAGE = 5;

/** Who said what, word for word. */
export const quote = defineCommand({
  name: 'quote',
  description: 'Looks up who said what, word for word',
  options: {
    speaker: { type: 'text', description: 'Who said it', suggest: 'speaker', maxLength: 100 },
    about: { type: 'text', description: 'What it is about', maxLength: 200 },
    ...CHOOSING,
    page: { type: 'integer', description: 'Which page', min: 1 },
  },
  main: 'speaker',
  private: true,
  async run(newsroom, { speaker, about, page = 1, ...choice }, { words }): Promise<Reply> {
    const chosen = chosenFrom(newsroom, choice, words);
    if (speaker === undefined && about === undefined && !isLimited(chosen))
      return speakerList(newsroom, page, words);
    const none = nowhere(newsroom, chosen, words);
    if (none !== null) return { blocks: [none], actions: [] };
    return quotations(newsroom, inOneGo({ speaker, about, ...chosen }), page, words);
  },
});

/** "kuleba about raw materials" is typed in one go where options are not offered one by one. */
function inOneGo({ speaker, about, ...rest }: QuoteOptions): QuoteOptions {
  const [, who = '', what] = /^(.*?)\s*\babout\s+(\S.*)$/i.exec(speaker ?? '') ?? [];
  if (what === undefined || about !== undefined) return { speaker, about, ...rest };
  return { speaker: who === '' ? undefined : who, about: what, ...rest };
}

function quotations(newsroom: Newsroom, asked: QuoteOptions, number: number, words: Words): Reply {
  const found = newsroom.statements(quotationFilterOf(asked));
  if (found.length === 0) return nobodyQuoted(newsroom, asked, words);
  const page = pageOf(found, number, QUOTATIONS_PER_PAGE, words);
  const several = peopleMeant(newsroom, asked);
  return {
    blocks: [
      ...lookedIn(newsroom, asked, words),
      ...meant(asked.speaker, several, words),
      ...page.rows.flatMap((quotation): readonly Block[] => {
        const article = newsroom.article(quotation.article);
        if (article === undefined) return [];
        const also = newsroom.alsoIn(article, quotation.spans);
        return [{ kind: 'quotation', article, quotation, also }];
      }),
      ...(page.note === null ? [] : [page.note]),
    ],
    actions: [...pageActions('quote', carried(asked), page, words), ...choices(asked, several)],
  };
}

/** People of different full names who are all meant by what was typed; empty where it is one. */
function peopleMeant(newsroom: Newsroom, { speaker, ...asked }: QuoteOptions): readonly SpeakerEntry[] {
  if (speaker === undefined) return [];
  const people = newsroom
    .speakersNamed(speaker)
    .filter(isQuotedIn(newsroom, asked))
    .filter(({ name }) => fullName(name) !== null);
  const byName = new Map(people.map((person) => [person.name, person] as const));
  return byName.size < 2 ? [] : [...byName.values()];
}

const MOST_CHOICES = 4;

/** Nobody should take the words of one Clinton for another’s. */
function meant(
  typed: string | undefined,
  people: readonly SpeakerEntry[],
  { quote: { anyOf } }: Words,
): readonly Block[] {
  if (typed === undefined || people.length === 0) return [];
  const names = people.slice(0, MOST_CHOICES).map(({ name }) => name);
  return [{ kind: 'note', tone: 'plain', text: anyOf(typed, names, people.length - names.length) }];
}

const choices = (
  { speaker, ...others }: QuoteOptions,
  people: readonly SpeakerEntry[],
): readonly CommandAction[] =>
  people
    .slice(0, MOST_CHOICES)
    .filter(({ name }) => name.toLowerCase() !== speaker?.toLowerCase())
    .flatMap(({ name }) => quoteCall(name, { ...others, speaker: name }));
