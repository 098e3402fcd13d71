import { InteractionType } from 'discord.js';
import { isForOperators } from '../command.ts';
import type { CorpusServers } from '../environment.ts';
import type { PreparedCall } from './call.ts';
import { type Asked, isPrivate } from './exchange.ts';

const mayChange = (servers: CorpusServers, server: string | undefined): boolean =>
  server !== undefined && (servers === 'all' || servers.includes(server));

/**
 * Whether whoever asks may change the articles. That they manage the server, or were allowed to by its settings,
 * Discord sees to before it sends a command; a button of such an answer stands where nobody else sees it.
 */
export const isOperator = (
  asked: Asked,
  { command }: PreparedCall,
  { corpusServers }: { readonly corpusServers: CorpusServers },
): boolean =>
  isForOperators(command) &&
  mayChange(corpusServers, asked.guild_id) &&
  (asked.type === InteractionType.ApplicationCommand || isPrivate(asked));
