import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Action, Block, Reply } from '../reply.ts';
import type { Words } from '../words/words.ts';
import { blockTexts } from './blocks.ts';
import { type ButtonRows, buttonRows } from './buttons.ts';
import {
  COMPONENTS_PER_MESSAGE,
  EMBED_TEXT_PER_MESSAGE,
  EMBEDS,
  TEXT_PER_EMBED,
  TEXT_PER_MESSAGE,
} from './limits.ts';
import { oneLine } from './lines.ts';
import { escapeInline, smallPrint } from './markdown.ts';
import {
  type ButtonRow,
  type CardStyle,
  COMPONENTS_FLAGS,
  type MessageBody,
  NOBODY,
} from './message-body.ts';
import type { OwnButton } from './own-buttons.ts';

export interface Card {
  /** At least one. The buttons are on the last. */
  readonly messages: readonly [MessageBody, ...MessageBody[]];
  readonly leftOut: readonly Action[];
}

export interface Look {
  readonly words: Words;
  readonly style?: CardStyle;
  /** What was asked, as `questionLine` sets it, where readers would not see it otherwise. */
  readonly above?: string | undefined;
  /** Buttons of Discord’s own below an answer that is one message. */
  readonly own?: readonly OwnButton[];
}

interface Text {
  readonly markdown: string;
  /** Whether a line goes between this text and the one above. */
  readonly opensBlock: boolean;
}

/**
 * A reply as Discord shows it: as few messages as hold it within Discord's limits, split between blocks where
 * that is possible and between sentences where it is not. No word of a quote is left out.
 */
export function layOut(reply: Reply, { words, style = 'components', above, own = [] }: Look): Card {
  const texts = [
    ...(above === undefined || above === '' ? [] : [{ markdown: above, opensBlock: true }]),
    ...reply.blocks.flatMap((block, at) => {
      const before = reply.blocks[at - 1];
      return blockTexts(block, before, words)
        .filter((markdown) => markdown.trim() !== '')
        .map(
          (markdown, index): Text => ({
            markdown,
            opensBlock: index === 0 && !isAboutQuestion(before) && !isAside(block),
          }),
        );
    }),
  ];
  const shown = texts.length > 0 ? texts : [{ markdown: words.discord.nothingToShow, opensBlock: true }];
  const card = arrange(shown, style, buttonRows(reply.actions, own, words));
  return own.length === 0 || card.messages.length === 1
    ? card
    : arrange(shown, style, buttonRows(reply.actions, [], words));
}

/** How it was read stands with what was asked, and both with what answers it. */
const isAboutQuestion = (block: Block | undefined): boolean =>
  block === undefined || (block.kind === 'note' && block.tone === 'understood');

const isAside = (block: Block): boolean => block.kind === 'note' && block.tone === 'aside';

/** Long enough to know a question again. */
const LONGEST_QUESTION = 200;

/** In small print, clipped when it is long; empty for no words. */
export function questionLine(asked: string): string {
  const question = oneLine(asked);
  if (question === '') return '';
  const shown =
    question.length <= LONGEST_QUESTION
      ? question
      : `${question.slice(0, LONGEST_QUESTION - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return smallPrint(escapeInline(shown));
}

/** A message of our own, without buttons. */
export const noteMessage = (text: string, { words, style = 'components' }: Look): MessageBody =>
  layOut({ blocks: [{ kind: 'note', tone: 'plain', text }], actions: [] }, { words, style }).messages[0];

/** The same, of markdown of our own making. */
export const markdownMessage = (markdown: string, { style = 'components' }: Look): MessageBody =>
  STYLES[style].message([{ markdown, opensBlock: true }], []);

function arrange(texts: readonly Text[], style: CardStyle, { rows, leftOut }: ButtonRows): Card {
  const { hasRoom, message } = STYLES[style];
  const packed = pack(texts, (together) => hasRoom(together, rows));
  const bodies = packed.map((one, index) => message(one, index === packed.length - 1 ? rows : []));
  const [first, ...others] = bodies;
  if (first === undefined) throw new Error('a card without a text');
  return { messages: [first, ...others], leftOut };
}

/** Greedy: a text opens a new message when the last one has no room for it. */
function pack(
  texts: readonly Text[],
  hasRoom: (together: readonly Text[]) => boolean,
): readonly (readonly Text[])[] {
  const messages: Text[][] = [];
  for (const text of texts) {
    const last = messages.at(-1);
    if (last !== undefined && hasRoom([...last, text])) last.push(text);
    else messages.push([text]);
  }
  return messages;
}

interface Style {
  /** The rows may stand under any message: which one is the last is not known yet. */
  readonly hasRoom: (texts: readonly Text[], rows: readonly ButtonRow[]) => boolean;
  readonly message: (texts: readonly Text[], rows: readonly ButtonRow[]) => MessageBody;
}

const length = (texts: readonly Text[]): number =>
  texts.reduce((sum, { markdown }) => sum + markdown.length, 0);

const STYLES: Readonly<Record<CardStyle, Style>> = {
  components: {
    hasRoom: (texts, rows) => {
      const buttons = rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
      // The container itself, each text, and at most one line above each.
      return length(texts) <= TEXT_PER_MESSAGE && 1 + 2 * texts.length + buttons <= COMPONENTS_PER_MESSAGE;
    },
    message: (texts, rows) => ({
      components: [container(texts, rows)],
      flags: COMPONENTS_FLAGS,
      allowed_mentions: NOBODY,
    }),
  },
  embeds: {
    // Joined by a blank line.
    hasRoom: (texts) => length(texts) + 2 * texts.length <= EMBED_TEXT_PER_MESSAGE && texts.length <= EMBEDS,
    message: (texts, rows) => ({
      embeds: embedded(texts),
      components: rows,
      flags: 0,
      allowed_mentions: NOBODY,
    }),
  },
};

/** As few boxes as hold the texts. */
function embedded(texts: readonly Text[]): readonly { readonly description: string }[] {
  const boxes: string[] = [];
  for (const { markdown } of texts) {
    const last = boxes.at(-1);
    const joined = `${last ?? ''}\n\n${markdown}`;
    if (last !== undefined && joined.length <= TEXT_PER_EMBED) boxes[boxes.length - 1] = joined;
    else boxes.push(markdown);
  }
  return boxes.map((description) => ({ description }));
}

function container(texts: readonly Text[], rows: readonly ButtonRow[]): APIContainerComponent {
  const components: APIComponentInContainer[] = texts.flatMap(({ markdown, opensBlock }, index) => [
    ...(opensBlock && index > 0 ? [LINE] : []),
    { type: ComponentType.TextDisplay as const, content: markdown },
  ]);
  return { type: ComponentType.Container, components: [...components, ...rows] };
}

const LINE: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};
