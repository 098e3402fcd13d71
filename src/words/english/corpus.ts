import type { CorpusWords } from '../corpus-words.ts';
import { REASONS } from './refusals.ts';
import { counted, quoted } from './words.ts';

const paragraphs = (count: number): string => counted(count, { one: 'paragraph', other: 'paragraphs' });
const changed = (count: number): string =>
  count === 0 ? 'its headline, date or names changed' : `${paragraphs(count)} changed`;

const FATES = {
  added: 'added',
  updated: 'updated',
  unchanged: 'unchanged',
  gone: 'no longer published',
  refused: 'not taken',
} as const;

const PROPOSED = { added: 'new', unchanged: 'there already', refused: 'not taken' } as const;
const named = (headline: string, publisher: string | undefined): string =>
  publisher === undefined ? quoted(headline) : `${quoted(headline)} in ${publisher}`;

export const CORPUS: CorpusWords = {
  notHere: 'The articles cannot be changed from here. The operator says where they can, with CORPUS_SERVERS.',
  oneOfBoth: 'Give either the address of a page or a feed, or a file.',
  busy: 'Articles are being added or refreshed already. Try again when that is done.',
  reading: 'Reading…',
  wouldAdd: 'New: this article is not there yet.',
  isThere: 'There already: an article with these words or this address.',
  understood: 'What was understood',
  byline: 'Byline',
  standfirst: 'Standfirst',
  noDate: 'no date found',
  noPublisher: 'no publisher found',
  nothing: 'There are no articles in it.',
  acceptedBefore: 'That has been added already.',
  discardedBefore: 'That was cancelled. To add it after all, give its address or file again.',
  unknownProposal: 'That was proposed more than a day ago and is forgotten. Give its address or file again.',
  nothingChanged: 'Cancelled: nothing was changed.',
  noAddress: 'None of the articles has an address at which it could be asked for.',
  sureToRemove: 'Remove this article? Its file is deleted.',
  leftOut: 'Files that are left out',
  goneButKept: 'No longer published; kept as they were',
  labels: {
    add: 'Add',
    addFeed: 'Add the feed',
    update: 'Update',
    again: 'Try again',
    cancel: 'Cancel',
    remove: 'Remove',
    outline: 'Outline',
    addAll: (count) => `Add all ${count}`,
    updateAll: (count) => `Update all ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} has no address at which it could be asked for.`,
  fetching: (host) => `Fetching from ${host}…`,
  doneOf: (done, total) => `${done} of ${counted(total, { one: 'article', other: 'articles' })}…`,
  changed,
  wouldUpdate: (count) => `Updates an article that is there: ${changed(count)}.`,
  isThereAs: (headline, publisher) =>
    `There already: ${named(headline, publisher)} has these words or this address.`,
  thereAs: (headline, publisher) => `as ${named(headline, publisher)}`,
  refused: (why) => `Not taken: ${why}`,
  reason: (code, why) => (code === undefined ? why : (REASONS[code] ?? why)),
  removeFirst: 'To take the new text, remove the article first with /corpus remove, then add it again.',
  added: (headline) => `Added: ${quoted(headline)}.`,
  updated: (headline, count) => `Updated: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Removed: ${quoted(headline)}. Its file was ${file}.`,
  count: (fate, count) => `${count} ${FATES[fate]}`,
  proposed: (fate, count) =>
    fate === 'updated' ? counted(count, { one: 'update', other: 'updates' }) : `${count} ${PROPOSED[fate]}`,
  ofFeed: ({ entries, there, left }) =>
    [
      `The feed has ${counted(entries, { one: 'entry', other: 'entries' })}`,
      ...(there === 0 ? [] : [`, ${there} of them there already`]),
      left === 0 ? '.' : `. ${left} more are for the next time: add it again once these are in.`,
    ].join(''),
  onlySome: (asked, of) =>
    `${asked} of ${of} articles were asked for, those first that were not for longest. Run it again for the others.`,
  fetched: (day) => `fetched ${day}`,
  moreSections: (count) => `and ${counted(count, { one: 'more section', other: 'more sections' })}`,
};
