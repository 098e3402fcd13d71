import { type Card, layOut } from '../../src/discord/card.ts';
import type { Action, Block } from '../../src/reply.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { messageViolations } from './loopback/limits.ts';
import { type Component, type Message, textsOf } from './loopback/shapes.ts';
import { type Line, readMarkdown } from './markdown-reader.ts';
import { reply } from './newsdesk.ts';

/** Cards as they are read. */

export const bodies = (card: Card) =>
  card.messages.map((message) => ({
    ...message,
    components: message.components as unknown as readonly Component[],
  }));
export const texts = (card: Card): readonly string[] => bodies(card).flatMap(textsOf);
export const lines = (card: Card): readonly Line[] => texts(card).flatMap(readMarkdown);
export const quoted = (card: Card): string =>
  lines(card)
    .filter(({ kind }) => kind === 'quote')
    .map(({ text }) => text)
    .join('\n');
export const violations = (card: Card) => bodies(card).flatMap((body) => messageViolations(body));
export const shown = (blocks: readonly Block[], actions: readonly Action[] = [], above?: string): Card =>
  layOut(reply(blocks, actions), { words: ENGLISH, above });
export const show = (...blocks: readonly Block[]): Card => shown(blocks);

/** What a message says, without any marks. */
export const wordsOf = (message: Message | undefined): string =>
  (message === undefined ? [] : textsOf(message))
    .flatMap(readMarkdown)
    .map(({ text }) => text)
    .join('\n');
