import {
  type APIApplicationCommandAutocompleteInteraction,
  ApplicationCommandOptionType,
  InteractionResponseType,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { askedFor } from '../../src/discord/call.ts';
import { layOut } from '../../src/discord/card.ts';
import { decodeCall } from '../../src/discord/custom-id.ts';
import { offeredCommands } from '../../src/discord/slash.ts';
import { suggest } from '../../src/discord/suggestions.ts';
import { createNewsDesk } from '../../src/news-desk.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { replyTo } from '../commands/replies.ts';
import { openFixture } from '../fixtures/newsroom.ts';
import { choiceViolations } from './loopback/limits.ts';
import { violations } from './reading.ts';

const newsroom = openFixture();
const silent = { error: () => undefined, debug: () => undefined };
const deps = { desk: createNewsDesk(newsroom, commands), commands, log: silent as never };

describe('choosing articles on Discord', () => {
  it('publishers are suggested while one is typed', async () => {
    const answers: unknown[] = [];
    const typing = {
      data: {
        name: 'ask',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'publisher',
            value: 'harr',
            focused: true,
          },
        ],
      },
    } as unknown as APIApplicationCommandAutocompleteInteraction;
    await suggest(deps, typing, async (response) => void answers.push(response));
    const choices = [{ name: 'The Harrow Bay Courier', value: 'The Harrow Bay Courier' }];
    expect(answers).toEqual([
      { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
    ]);
    expect(choiceViolations({ choices })).toEqual([]);
  });

  it('offers dates while one is typed, in the reader’s language', async () => {
    const typing = {
      locale: 'de',
      data: { name: 'ask', options: [{ name: 'since', type: 3, value: '16/02/2025', focused: true }] },
    } as unknown as APIApplicationCommandAutocompleteInteraction;
    const answers: unknown[] = [];
    await suggest(deps, typing, async (response) => void answers.push(response));
    expect(answers).toMatchObject([{ data: { choices: [{ name: '16. Feb. 2025', value: '2025-02-16' }] } }]);
  });

  it.each(['ask', 'quote'])('/%s offers a publisher, a beginning and an end', (name) => {
    const offered = offeredCommands(commands, { chat: false }).find((command) => command.name === name);
    if (offered === undefined || !('options' in offered)) throw new Error('not offered');
    expect(offered.options).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'publisher', autocomplete: true }),
        expect.objectContaining({ name: 'since', max_length: 40, autocomplete: true }),
        expect.objectContaining({ name: 'until', max_length: 40, autocomplete: true }),
      ]),
    );
  });

  it('a button keeps the choice, and what it asks for is shown without keys', async () => {
    const reply = await replyTo(newsroom, 'ask', {
      question: 'What did Mayor Ilse Brandt say?',
      publisher: 'courier',
      since: '2031-03-01',
    });
    const card = layOut(reply, { words: ENGLISH });
    expect(violations(card)).toEqual([]);
    expect(card.leftOut).toEqual([]);
    const call = reply.actions.find(({ label }) => label === 'Quotes on this');
    if (call?.kind !== 'command') throw new Error('no button');
    const shown = JSON.stringify(card.messages);
    const id = /"custom_id":"([^"]*>quote[^"]*)"/.exec(shown)?.[1] ?? '';
    expect(decodeCall(id)?.options).toEqual(call.options);
    expect(call.options).toMatchObject({ publisher: expect.stringMatching(/^~/), since: '2031-03-01' });
    const command = commands.find(({ name }) => name === 'quote')!;
    expect(askedFor({ command, options: call.options })).toBe(call.options.speaker);
  });
});
