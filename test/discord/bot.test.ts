import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { textsOf } from './loopback/shapes.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

test('a slash command is acknowledged at once and answered with a card', async () => {
  const { messages, acknowledgedWith } = await bot.discord.slash('ask', { question: 'How long is it shut?' });
  expect(acknowledgedWith).toBe(5);
  expect(messages).toHaveLength(1);
  expect(textsOf(messages[0]!)).toMatchInlineSnapshot(`
    [
      "### [Harbour bridge to close for repairs](<https://courier.example/harbour-bridge#:~:text=It%20will%20stay%20shut%20for%20nine%20weeks%2C%20the%20council%20said.>)
    > The bridge closes on Monday. **It will stay shut for nine weeks, the council said.**
    -# The Quayside Courier · 16 Feb 2025 · strong match",
    ]
  `);
  expect(isEphemeral(messages[0]!)).toBe(false);
  expect(bot.discord.violations).toEqual([]);
});
