import type { AnyCommand } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { OfferedCommand } from './slash.ts';
import { offeredCommands, operatorCommands } from './slash.ts';

/** What is offered in a server. */
export interface Offering {
  /** Undefined: everywhere. */
  readonly guildId: string | undefined;
  readonly commands: readonly OfferedCommand[];
}

/**
 * What everybody is offered comes first. What operators are offered stands beside it where they may be in any server,
 * and else in their servers alone.
 */
export function offeringsOf(
  commands: readonly AnyCommand[],
  { discordGuildId, discordChat, corpusServers }: OfferingVariables,
): readonly Offering[] {
  const everybodys = offeredCommands(commands, { chat: discordChat !== 'off' });
  const operators = operatorCommands(commands);
  const isBeside = corpusServers === 'all' || corpusServers.includes(discordGuildId ?? '');
  const elsewhere =
    corpusServers === 'all' || operators.length === 0
      ? []
      : corpusServers.filter((server) => server !== discordGuildId);
  return [
    { guildId: discordGuildId, commands: isBeside ? [...everybodys, ...operators] : everybodys },
    ...elsewhere.map((guildId) => ({ guildId, commands: operators })),
  ];
}

type OfferingVariables = Pick<Environment, 'discordGuildId' | 'discordChat' | 'corpusServers'>;
