import type { CorpusWords } from '../corpus-words.ts';
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

export const CORPUS: CorpusWords = {
  notHere: 'The articles cannot be changed from here. The operator says where they can, with CORPUS_SERVERS.',
  oneOfBoth: 'Give either the address of a page or a feed, or a file.',
  busy: 'Articles are being added or refreshed already. Try again when that is done.',
  reading: 'Reading…',
  wouldAdd: 'New: this article is not there yet.',
  isThere: 'There already: an article with these words or this address.',
  understood: 'What was understood',
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
    cancel: 'Cancel',
    remove: 'Remove',
    outline: 'Outline',
    addAll: (count) => `Add all ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} has no address at which it could be asked for.`,
  fetching: (host) => `Fetching from ${host}…`,
  doneOf: (done, total) => `${done} of ${total}…`,
  changed,
  wouldUpdate: (count) => `Updates an article that is there: ${changed(count)}.`,
  refused: (why) => `Not taken: ${why}`,
  added: (headline) => `Added: ${quoted(headline)}.`,
  updated: (headline, count) => `Updated: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Removed: ${quoted(headline)}. Its file was ${file}.`,
  count: (fate, count) => `${count} ${FATES[fate]}`,
  onlySome: (asked, of) =>
    `${asked} of ${of} articles were asked for, those first that were not for longest. Run it again for the others.`,
  fetched: (day) => `fetched ${day}`,
  moreSections: (count) => `and ${counted(count, { one: 'more section', other: 'more sections' })}`,
};
