import { type APIApplicationCommandAutocompleteInteraction, InteractionResponseType } from 'discord.js';
import { datesSuggested } from '../../commands/dates-suggested.ts';
import type { AnyCommand } from '../command.ts';
import type { NewsDesk } from '../news-desk.ts';
import { wordsFor } from '../words/locales.ts';
import type { Words } from '../words/words.ts';
import type { Deps } from './attending.ts';
import { spoken } from './call.ts';
import type { Respond } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import { CHOICE_TEXT, CHOICES } from './limits.ts';
import { unturned } from './markdown.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Never throws: a list that does not come is no reason to disturb anybody who is typing. */
export async function suggest(
  { desk, commands, log }: Pick<Deps, 'desk' | 'commands' | 'log'>,
  { data, locale }: APIApplicationCommandAutocompleteInteraction,
  respond: Respond,
): Promise<void> {
  const started = performance.now();
  const { command, given } = spoken(data);
  let choices: readonly Choice[] = [];
  try {
    const focused = given.find((option) => option.focused === true);
    if (focused?.value !== undefined)
      choices = await choicesFor(desk, commands, {
        command,
        option: focused.name,
        typed: String(focused.value),
        words: wordsFor(locale),
      });
  } catch (error) {
    log.error('suggestions failed', { command, error: forLog(error) });
  }
  let outcome = 'answered';
  try {
    await respond({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
  } catch (error) {
    outcome = faultOf(error);
    if (outcome === 'rejected') log.error('Discord refused suggestions', { command, error: forLog(error) });
  }
  const answeredMs = Math.round(performance.now() - started);
  log.debug('interaction', { kind: 'autocomplete', command, answeredMs, outcome });
}

interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly words: Words;
}

/** A value that is too long is left out rather than cut: cut, it would name something else. */
async function choicesFor(
  desk: NewsDesk,
  commands: readonly AnyCommand[],
  { command, option, typed, words }: Typing,
): Promise<readonly Choice[]> {
  const options = commands.find((candidate) => candidate.name === command)?.options ?? {};
  const definition = Object.hasOwn(options, option) ? options[option] : undefined;
  if (definition?.type !== 'text' || definition.suggest === undefined) return [];
  const found =
    definition.suggest === 'date'
      ? datesSuggested(typed, today(), words)
      : await desk.suggest(definition.suggest, typed);
  return found
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= CHOICE_TEXT)
    .slice(0, CHOICES)
    .map(({ label, value }) => ({ name: clipped(unturned(label)), value }));
}

/** In UTC, as the newsroom counts. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** Whole characters only: half an emoji is refused. */
function clipped(label: string): string {
  if (label.length <= CHOICE_TEXT) return label;
  let name = '';
  for (const character of label) {
    if (name.length + character.length > CHOICE_TEXT - 1) break;
    name += character;
  }
  return `${name}…`;
}
