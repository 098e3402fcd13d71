import type { Newsroom, SpeakerEntry } from '../src/newsroom.ts';
import type { ListItem, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { pageActions, pageOf } from './pages.ts';

const SPEAKERS_PER_PAGE = 20;

/** Everybody who is quoted, and how often; page by page. */
export function speakerList(newsroom: Newsroom, number: number, words: Words): Reply {
  const speakers = newsroom.speakers();
  if (speakers.length === 0)
    return { blocks: [{ kind: 'note', tone: 'absent', text: words.quote.noSpeakers }], actions: [] };
  const page = pageOf(speakers, number, SPEAKERS_PER_PAGE, words);
  const more = speakers.length - number * SPEAKERS_PER_PAGE;
  const left = more > 0 ? ` · ${words.quote.moreSpeakers(more)}` : '';
  return {
    blocks: [
      { kind: 'list', title: words.quote.speakers, items: page.rows.map((row) => speakerItem(row, words)) },
      ...(page.note === null ? [] : [{ ...page.note, text: `${page.note.text}${left}` }]),
    ],
    actions: pageActions('quote', {}, page, words),
  };
}

export function speakerItem({ name, roles: [role], ...counts }: SpeakerEntry, { set }: Words): ListItem {
  const known = role === undefined || name.includes(role) ? [] : [role];
  return { text: name, detail: [...known, set.statements(counts)].join(' · ') };
}
