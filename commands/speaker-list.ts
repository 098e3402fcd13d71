import type { Newsroom, SpeakerEntry } from '../src/newsroom.ts';
import type { ListItem, Reply } from '../src/reply.ts';
import { counted, statementCount } from '../src/wording.ts';
import { pageActions, pageOf } from './pages.ts';

const SPEAKERS_PER_PAGE = 20;

/** Everybody who is quoted, and how often; page by page. */
export function speakerList(newsroom: Newsroom, number: number): Reply {
  const speakers = newsroom.speakers();
  if (speakers.length === 0)
    return {
      blocks: [{ kind: 'note', tone: 'absent', text: 'Nobody is quoted in the articles.' }],
      actions: [],
    };
  const page = pageOf(speakers, number, SPEAKERS_PER_PAGE);
  const more = speakers.length - number * SPEAKERS_PER_PAGE;
  const left = more > 0 ? ` · ${counted(more, 'more speaker')}` : '';
  return {
    blocks: [
      { kind: 'list', title: 'Who is quoted', items: page.rows.map(speakerItem) },
      ...(page.note === null ? [] : [{ ...page.note, text: `${page.note.text}${left}` }]),
    ],
    actions: pageActions('quote', {}, page),
  };
}

export function speakerItem({ name, roles: [role], ...counts }: SpeakerEntry): ListItem {
  const known = role === undefined || name.includes(role) ? [] : [role];
  return { text: name, detail: [...known, statementCount(counts)].join(' · ') };
}
