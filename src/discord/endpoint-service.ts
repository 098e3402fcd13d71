import { type REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { UserError } from '../command.ts';
import { startHttpServer } from '../http-server.ts';
import { createCooldown } from './cooldown.ts';
import { interactionEndpoint } from './endpoint.ts';
import { offeringsOf } from './offering.ts';
import { DRAIN_MS, type OfficeDeps, openOffice } from './office.ts';
import { registerAtStart } from './registration.ts';
import { verifier } from './signature.ts';
import { tokenRest } from './wire.ts';

const NO_PUBLIC_KEY =
  'DISCORD_PUBLIC_KEY: expected the application’s public key, got nothing. Copy it from your application’s General ' +
  'Information page in the Discord developer portal into .env and start again.';

/**
 * Answers interactions that Discord sends by HTTP until `stop`, then resolves. Without a token commands are not
 * registered: `verbatim deploy` does that from anywhere.
 */
export async function serveEndpoint(deps: OfficeDeps, stop: AbortSignal): Promise<void> {
  const { environment, log } = deps;
  const { discordPublicKey, discordToken, host, port } = environment;
  if (discordPublicKey === undefined) throw new UserError(NO_PUBLIC_KEY);
  const rest = discordToken === undefined ? undefined : tokenRest(environment, discordToken);
  // Messages come over the gateway only.
  const withoutChat = { ...deps, environment: { ...environment, discordChat: 'off' as const } };
  const office = await openOffice(withoutChat, {
    rest: () => rest,
    bot: () => undefined,
    isConnected: () => true,
  });
  try {
    const verify = verifier(discordPublicKey, { now: Date.now });
    const answer = interactionEndpoint({
      reception: office.reception,
      verify,
      log,
      warnings: createCooldown({ perMinute: 1, burst: 1, now: Date.now }),
    });
    const server = await startHttpServer({
      host,
      port,
      settings: { port: 'PORT', host: 'HOST' },
      routes: { 'POST /': answer, 'POST /interactions': answer },
      log,
    });
    try {
      log.info('waiting for Discord’s requests', { host, port: server.port, paths: ['/', '/interactions'] });
      office.open();
      const stopped = new Promise<void>((resolve) => {
        if (stop.aborted) resolve();
        stop.addEventListener('abort', () => resolve(), { once: true });
      });
      const registering = rest === undefined ? undefined : register(rest, deps);
      await Promise.race([stopped, registering?.then(() => stopped)].filter((one) => one !== undefined));
      await office.close();
    } finally {
      await server.close(DRAIN_MS);
    }
  } finally {
    await office.shut();
  }
  log.info('stopped');
}

async function register(rest: REST, { commands, environment, log }: OfficeDeps): Promise<void> {
  const application = async () => {
    const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    return id;
  };
  const offerings = offeringsOf(commands, { ...environment, discordChat: 'off' });
  await registerAtStart(rest, application, offerings, log);
}
