import { UserError } from '../src/command.ts';
import type { CommandAction, NoteBlock } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';

/** Some of many rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  /** "Page 1 of 3"; null where there is but one. */
  readonly note: NoteBlock | null;
}

/** @throws UserError for a page that there is not. */
export function pageOf<Row>(rows: readonly Row[], number: number, perPage: number, words: Words): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  if (number > pages) throw new UserError(words.pages.noSuch(number, pages));
  return {
    rows: rows.slice((number - 1) * perPage, number * perPage),
    number,
    pages,
    note: pages === 1 ? null : { kind: 'note', tone: 'aside', text: words.pages.numbered(number, pages) },
  };
}

/** Buttons to the pages before and after this one, in its place. */
export function pageActions(
  command: string,
  options: CommandAction['options'],
  { number, pages }: Page<unknown>,
  { labels }: Words,
): readonly CommandAction[] {
  const to = (label: string, page: number): CommandAction => ({
    kind: 'command',
    label,
    command,
    options: { ...options, page },
    inPlace: true,
  });
  return [
    ...(number > 1 ? [to(labels.previous, number - 1)] : []),
    ...(number < pages ? [{ ...to(labels.next, number + 1), primary: true }] : []),
  ];
}
