import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandQuestion } from '../../src/answer/question.ts';

const never = (): boolean => false;

describe('the kind of a question', () => {
  it.each([
    ['Who presented the agreement?', 'who'],
    ['who told reporters about it', 'who'],
    ['When was the bridge opened?', 'when'],
    ['In what year did the strike begin?', 'when'],
    ['Where did the ministers meet?', 'where'],
    ['Which country sent ships?', 'where'],
    ['why was the vote delayed', 'why'],
    ['What is the reason for the delay?', 'what'],
    ['What reason did the mayor give?', 'why'],
    ['How many people were rescued?', 'how-many'],
    ['How much did the tunnel cost?', 'how-much'],
    ['What percentage of voters agreed?', 'how-much'],
    ['How long is the tunnel?', 'how-degree'],
    ['How was the fire put out?', 'how'],
    ['What did the mayor say about the tunnel?', 'quote'],
    ['what did she tell the newspaper', 'quote'],
    ['What is a referendum?', 'definition'],
    ['who is the mayor', 'definition'],
    ['Did the council agree?', 'yes-no'],
    ['tunnel cost', 'keywords'],
  ])('of “%s” is %s', (text, kind) => {
    expect(understandQuestion(text, never).kind).toBe(kind);
  });
});

describe('the terms of a question', () => {
  const terms = (text: string): readonly string[] =>
    understandQuestion(text, never).terms.map(({ word }) => word);

  it('leave out the words that say nothing about the subject', () => {
    expect(terms('What did the mayor think of the new tunnel?')).toEqual(['mayor', 'think', 'new', 'tunnel']);
  });

  it('are kept for people as they were typed, and without the possessive', () => {
    expect(terms('Did the U.S. reject Élodie’s deal?')).toEqual(['U.S.', 'reject', 'Élodie', 'deal']);
    expect(terms('Чому Зеленський')).toEqual(['Чому', 'Зеленський']);
  });

  it('hold each word once', () => {
    expect(terms('tunnel tunnels Tunnel')).toEqual(['tunnel']);
  });

  it('know a name by its capital, and in a question without capitals by how the articles write it', () => {
    const [mayor] = understandQuestion('What did Moreau say?', never).terms;
    expect(mayor?.name).toBe(true);
    const known = understandQuestion('what did moreau say', (term) => term.startsWith('moreau'));
    expect(known.terms[0]?.name).toBe(true);
    expect(known.terms[1]?.name).toBe(false);
  });

  it.each([
    ['What happened in Wexmouth?', ['Wexmouth']],
    ['what has happened to the old lighthouse', ['old', 'lighthouse']],
    ['When did the fire happen?', ['fire']],
    ['Latest news on the tunnel', ['tunnel']],
    ['Is there any news about seals?', ['seals']],
    ['what’s new on the strike', ['strike']],
    ['Do you have any recent updates on ferry fares?', ['ferry', 'fares']],
    ['any updates (ferry)?', ['ferry']],
    ['tunnel strike latest news', ['tunnel', 'strike']],
    ['What’s new?', []],
  ])('leave out the words that merely ask for news: %s', (text, left) => {
    expect(terms(text)).toEqual(left);
  });

  it.each([
    ['Which news agency was sold?', ['news', 'agency', 'sold']],
    ['What new rules are there?', ['new', 'rules']],
    ['Who wrote the latest report?', ['wrote', 'latest', 'report']],
    ['Who updates the news?', ['updates', 'news']],
  ])('keep the same words where they say what is asked about: %s', (text, kept) => {
    expect(terms(text)).toEqual(kept);
  });

  it('count words that ask less than words that tell', () => {
    const [mayor, say] = understandQuestion('What did the mayor say?', never).terms;
    expect(say!.weight).toBeLessThan(mayor!.weight);
  });

  it('never fail, and are never more than thirty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(understandQuestion(text, never).terms.length).toBeLessThanOrEqual(30);
      }),
    );
  });
});
