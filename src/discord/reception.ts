import { type Interaction, MessageFlags } from 'discord.js';
import { answerButton, answerCommand } from './answering.ts';
import type { Deps } from './attending.ts';
import { CARD_FLAGS, noteMessage } from './card.ts';
import { forLog } from './faults.ts';
import { suggest } from './suggestions.ts';

/** Takes what Discord brings and sees to it that each is answered before the doors close. */
export interface Reception {
  receive(interaction: Interaction): void;
  /** Takes nothing more. Resolves with the number of those still unanswered when time is up. */
  close(deadlineMs: number): Promise<number>;
}

const RESTARTING = 'I am restarting. Please ask again in a moment.';

export function openReception(deps: Deps): Reception {
  const running = new Set<Promise<void>>();
  let open = true;
  return {
    receive(interaction) {
      const handling = (open ? handle(deps, interaction) : turnAway(interaction))
        .catch((error: unknown) => deps.log.error('an interaction failed', { error: forLog(error) }))
        .finally(() => running.delete(handling));
      running.add(handling);
    },
    async close(deadlineMs) {
      open = false;
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      const done = async (): Promise<void> => {
        while (running.size > 0) await Promise.all(running);
      };
      await Promise.race([done(), deadline]);
      clearTimeout(timer);
      return running.size;
    },
  };
}

async function handle(deps: Deps, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(deps, interaction);
  if (interaction.isChatInputCommand()) return answerCommand(deps, interaction);
  if (interaction.isButton()) return answerButton(deps, interaction);
  deps.log.debug('an interaction of a kind that is not offered', { type: interaction.type });
}

async function turnAway(interaction: Interaction): Promise<void> {
  if (!interaction.isRepliable()) return;
  await interaction.reply({
    components: noteMessage(RESTARTING),
    flags: CARD_FLAGS | MessageFlags.Ephemeral,
  });
}
