import type { DiscordWords } from '../discord-words.ts';
import { counter } from '../setting.ts';

const counted = counter('en');

export const DISCORD: DiscordWords = {
  oldButton: 'This button is from an older version. Please ask again.',
  oldCommand: 'This command was updated. Please ask again in a minute.',
  restarting: 'I am restarting. Please ask again in a moment.',
  tooLate: 'An answer took longer than the fifteen minutes Discord allows. Please run the command again.',
  goesOn:
    'The answer goes on, but Discord allows me no more messages here. In a server that I was added to you can read it whole.',
  dismissRefused: 'Only the person who asked, or a moderator, can dismiss this answer.',
  share: 'Share',
  dismiss: 'Dismiss',
  openThread: 'Go on in a thread',
  nothingToShow: 'There is nothing to show.',
  threadName: 'Questions to the articles',
  noText: 'That message has no words that I could look for.',
  mentions: {
    everywhere: 'Mentions are answered in the whole server.',
    nowhere: 'Mentions are not answered in this server.',
    everywhereBut: (channels) => `Mentions are answered in the whole server, except in ${channels}.`,
    onlyIn: (channels) => `Mentions are answered only in ${channels}.`,
  },
  apology: (reference) =>
    `Sorry, something broke on our side; it was not your question. The reference for it is ${reference}.`,
  forbidden: (missing) =>
    missing.length === 0
      ? 'Discord does not let me answer here. Ask a moderator to check what I am allowed to do in this channel.'
      : `Discord does not let me answer here. Ask a moderator to allow me in this channel: ${missing.join(', ')}.`,
  noThread: (missing) =>
    missing.length === 0
      ? 'I could not open a thread here.'
      : `I could not open a thread here. Ask a moderator to allow me in this channel: ${missing.join(', ')}.`,
  tooFast: (seconds) =>
    `That was quick! Please wait ${counted(seconds, { one: 'second', other: 'seconds' })} before you ask again.`,
  askMe: (name) => `Mention me and type your question: “@${name} who said what?”`,
  mentionMe: (name) =>
    `Discord shows me only messages that mention me. Begin your question with @${name}, or reply to an answer of mine.`,
  tooLong: (most) => `That message is too long to be looked up: at most ${most} characters.`,
};
