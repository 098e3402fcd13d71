import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { UserError } from '../command.ts';
import type { Environment } from '../environment.ts';
import { startHttpServer } from '../http-server.ts';
import type { Log } from '../log.ts';
import { interactionEndpoint } from './endpoint.ts';
import { forLog } from './faults.ts';
import { isWrongToken, WRONG_TOKEN } from './login.ts';
import { type OfficeDeps, openOffice } from './office.ts';
import { register } from './registration.ts';
import { verifier } from './signature.ts';
import { type OfferedCommand, offeredCommands } from './slash.ts';

/** How long running answers may take once the bot is told to stop. */
const DRAIN_MS = 10_000;

const NO_PUBLIC_KEY =
  'DISCORD_PUBLIC_KEY: expected the application’s public key, got nothing. Copy it from your application’s General ' +
  'Information page in the Discord developer portal into .env and start again.';

/**
 * Answers interactions that Discord sends by HTTP until `stop`, then resolves. Without a token commands are not
 * registered: `verbatim deploy` does that from anywhere.
 */
export async function serveEndpoint(deps: OfficeDeps, stop: AbortSignal): Promise<void> {
  const { commands, environment, log } = deps;
  const { discordPublicKey, discordToken, discordApiUrl, host, port } = environment;
  if (discordPublicKey === undefined) throw new UserError(NO_PUBLIC_KEY);
  const rest =
    discordToken === undefined
      ? undefined
      : new REST(discordApiUrl === undefined ? {} : { api: discordApiUrl }).setToken(discordToken);
  // Messages come over the gateway only.
  const withoutChat = { ...deps, environment: { ...environment, discordChat: 'off' as const } };
  const office = await openOffice(withoutChat, {
    rest: () => rest,
    bot: () => undefined,
    isConnected: () => true,
  });
  try {
    const verify = verifier(discordPublicKey, { now: Date.now });
    const answer = interactionEndpoint({ reception: office.reception, verify, log });
    const server = await startHttpServer({
      host,
      port,
      settings: { port: 'PORT', host: 'HOST' },
      routes: { 'POST /': answer, 'POST /interactions': answer },
      log,
    });
    try {
      log.info('waiting for Discord’s requests', { host, port: server.port, paths: ['/', '/interactions'] });
      if (rest !== undefined)
        await registerAtStart(rest, environment, offeredCommands(commands, { chat: false }), log);
      office.open();
      await new Promise<void>((resolve) => {
        if (stop.aborted) resolve();
        stop.addEventListener('abort', () => resolve(), { once: true });
      });
      await office.close(DRAIN_MS);
    } finally {
      await server.close(DRAIN_MS);
    }
  } finally {
    await office.shut();
  }
  log.info('stopped');
}

async function registerAtStart(
  rest: REST,
  { discordGuildId }: Environment,
  offered: readonly OfferedCommand[],
  log: Log,
): Promise<void> {
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const result = await register(rest, { applicationId: id, guildId: discordGuildId }, offered);
    log.info(`commands ${result}`, { commands: offered.length, server: discordGuildId ?? 'all' });
  } catch (error) {
    if (isWrongToken(error)) throw new UserError(WRONG_TOKEN);
    log.error('commands could not be registered; “verbatim deploy” says more', { error: forLog(error) });
  }
}
