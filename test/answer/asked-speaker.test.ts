import { describe, expect, it } from 'vitest';
import { askedSpeaker } from '../../src/answer/asked-speaker.ts';
import { understandQuestion } from '../../src/answer/question.ts';

const taken = (text: string) => {
  const question = understandQuestion(text);
  const asked = askedSpeaker(question);
  return asked === null
    ? null
    : [asked.name, asked.about.map((index) => question.terms[index]!.word).join(' ')];
};

describe('a question for somebody’s words', () => {
  it.each([
    ['What did Tilda Marsh say about night shifts?', 'Tilda Marsh', 'night shifts'],
    ['what did the union secretary say', 'the union secretary', ''],
    ['What did Marsh tell the Courier?', 'Marsh', 'Courier'],
    ['what has the mayor of Harrow Bay announced about the wall', 'the mayor of Harrow Bay', 'wall'],
    ['How did Venn describe the strike?', 'Venn', 'strike'],
    ['What did Marsh say about Marsh?', 'Marsh', ''],
  ])('%s asks for those of %s on “%s”', (text, name, about) => {
    expect(taken(text)).toEqual([name, about]);
  });

  it.each([
    'Why are the crews striking?',
    'Who said that nobody steers well asleep?',
    'What is said about the wall?',
    'What do they say?',
    'What did it say?',
    'night shifts',
    'Marsh say wall',
    '',
  ])('is not %j', (text) => {
    expect(taken(text)).toBeNull();
  });
});
