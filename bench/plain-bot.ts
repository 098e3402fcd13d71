import { Client, Events, GatewayIntentBits } from 'discord.js';

/**
 * What somebody writes who follows discord.js’s guide: default caches, servers kept, an answer after a deferral. It
 * looks nothing up: what it takes is what Discord takes.
 */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.argv[2] ?? '' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply({
    content: 'An answer of about the length of a sentence, the same for everybody.',
  });
});
client.once(Events.ClientReady, () => process.stderr.write('"commands registered"\n'));
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.argv[3] ?? '');
