import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import type { Action, Reply } from '../reply.ts';
import { blockTexts } from './blocks.ts';
import { type ButtonRow, type ButtonRows, buttonRows } from './buttons.ts';
import { COMPONENTS_PER_MESSAGE, TEXT_PER_MESSAGE } from './limits.ts';

/** One message: what goes into `components`, beside `CARD_FLAGS`. */
export type CardMessage = readonly [APIContainerComponent];

/** Addresses in an article's text must not grow previews: they would be somebody else's words. */
export const CARD_FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

export interface Card {
  /** At least one. The buttons are on the last. */
  readonly messages: readonly [CardMessage, ...CardMessage[]];
  readonly leftOut: readonly Action[];
}

interface Text {
  readonly markdown: string;
  /** Whether a line goes between this text and the one above. */
  readonly opensBlock: boolean;
}

/** Who sees it; a note of ours has no buttons for that. */
export type SeenBy = 'asker' | 'everyone';

/**
 * A reply as Discord shows it: as few messages as hold it within Discord's limits, split between blocks where
 * that is possible and between sentences where it is not. No word of a quote is left out.
 *
 * An answer in one message can be shared by whoever sees it alone, and dismissed where everyone sees it.
 */
export function layOut(reply: Reply, seenBy?: SeenBy): Card {
  const texts = reply.blocks.flatMap((block, at) =>
    blockTexts(block, reply.blocks[at - 1])
      .filter((markdown) => markdown.trim() !== '')
      .map((markdown, index): Text => ({ markdown, opensBlock: index === 0 })),
  );
  const card = arrange(texts, buttonRows(reply.actions, seenBy === undefined ? [] : [OWN[seenBy]]));
  return seenBy === undefined || card.messages.length === 1
    ? card
    : arrange(texts, buttonRows(reply.actions));
}

const OWN = { asker: 'share', everyone: 'dismiss' } as const;

function arrange(texts: readonly Text[], { rows, leftOut }: ButtonRows): Card {
  const forTexts = COMPONENTS_PER_MESSAGE - rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
  const [first = [{ markdown: 'There is nothing to show.', opensBlock: true }], ...others] = pack(
    texts,
    forTexts,
  );
  const more = others.map((message, index) => container(message, index === others.length - 1 ? rows : []));
  return { messages: [container(first, others.length === 0 ? rows : []), ...more], leftOut };
}

/** A message of our own, without buttons. */
export const noteMessage = (text: string): CardMessage =>
  layOut({ blocks: [{ kind: 'note', tone: 'plain', text }], actions: [] }).messages[0];

/** Greedy: a text opens a new message when the last one has no room for it. */
function pack(texts: readonly Text[], components: number): readonly (readonly Text[])[] {
  const messages: Text[][] = [];
  let length = 0;
  for (const text of texts) {
    const last = messages.at(-1);
    // The container itself, each text, and at most one line above each.
    const fits =
      last !== undefined &&
      length + text.markdown.length <= TEXT_PER_MESSAGE &&
      1 + 2 * (last.length + 1) <= components;
    if (fits) {
      last.push(text);
      length += text.markdown.length;
    } else {
      messages.push([text]);
      length = text.markdown.length;
    }
  }
  return messages;
}

function container(texts: readonly Text[], rows: readonly ButtonRow[]): CardMessage {
  const components: APIComponentInContainer[] = texts.flatMap(({ markdown, opensBlock }, index) => [
    ...(opensBlock && index > 0 ? [LINE] : []),
    { type: ComponentType.TextDisplay as const, content: markdown },
  ]);
  return [{ type: ComponentType.Container, components: [...components, ...rows] }];
}

const LINE: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};
