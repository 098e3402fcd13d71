import { ChannelType, type GatewayMessageCreateDispatchData } from 'discord.js';
import type { Wire } from './wire.ts';

/** Which channel a place belongs to: a thread to the one that it was opened in, a forum’s post to the forum. */
export interface Homes {
  of(message: Pick<GatewayMessageCreateDispatchData, 'channel_id' | 'channel_type'>): Promise<string>;
}

/** Threads; whichever was looked up longest ago is forgotten first. */
const MOST = 1_000;

/** Discord does not tell it with a message. A thread never moves: each is asked about once. */
export function createHomes({ parentOf }: Pick<Wire, 'parentOf'>): Homes {
  const known = new Map<string, string>();
  return {
    async of({ channel_id: channel, channel_type: type }) {
      if (!isThread(type)) return channel;
      const home = known.get(channel) ?? (await parentOf(channel).catch(() => undefined));
      if (home === undefined) return channel; // to be asked about again
      known.delete(channel);
      known.set(channel, home);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return home;
    },
  };
}

const isThread = (type: ChannelType | undefined): boolean =>
  type === ChannelType.PublicThread ||
  type === ChannelType.PrivateThread ||
  type === ChannelType.AnnouncementThread;
