import { type Client, Events } from 'discord.js';
import type { Log } from '../log.ts';
import { forLog } from './faults.ts';

/**
 * Says when the connection is lost and when it is back: once each, though it is tried twice a second. One that is
 * ended on purpose is not lost.
 */
export function watchConnection(client: Client, log: Log, stop: AbortSignal): void {
  const lost = new Set<number>();
  const back = (shard: number, how: string): void => {
    if (lost.delete(shard)) log.info('connected to Discord again', { shard, how });
  };
  client
    .on(Events.Error, (error) => log.error('Discord client', { error: forLog(error) }))
    .on(Events.Warn, (message) => log.warn('Discord client', { warning: message }))
    .on(Events.ShardError, (error, shard) =>
      log[lost.has(shard) ? 'debug' : 'warn']('Discord’s gateway', { shard, error: forLog(error) }),
    )
    .on(Events.ShardReconnecting, (shard) => {
      if (stop.aborted) return;
      if (!lost.has(shard)) log.warn('connection to Discord lost; connecting again', { shard });
      lost.add(shard);
    })
    .on(Events.ShardResume, (shard, replayed) => back(shard, `resumed with ${replayed} missed events`))
    .on(Events.ShardReady, (shard) => back(shard, 'with a new session'));
}
