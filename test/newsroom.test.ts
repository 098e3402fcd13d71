import { describe, expect, it } from 'vitest';
import { textAt } from '../src/news/article.ts';
import { openNewsroom } from '../src/open.ts';
import { ferry, openFixture } from './fixtures/newsroom.ts';

const { newsroom } = await openNewsroom();

/** The understood question and the answering sentence of each turn of a conversation of its own. */
let conversations = 0;
function converse(...questions: string[]) {
  const conversation = `somebody ${conversations++}`;
  return questions.map((question) => {
    const outcome = newsroom.ask(question, { conversation });
    const best = outcome.kind === 'answer' ? outcome.best : null;
    return {
      understood: outcome.question.text,
      answer: best === null ? null : textAt(best.passage.article, best.sentence),
      shown:
        outcome.kind === 'answer'
          ? [outcome.best, ...outcome.further].map(({ sentence }) => sentence.start)
          : [],
    };
  });
}

describe('a conversation', () => {
  it('understands whom “he” stands for', () => {
    const [, second] = converse('Who is Dmytro Kuleba?', 'what did he tell Politico?');
    expect(second!.understood).toBe('what did Dmytro Kuleba tell Politico?');
    expect(second!.answer).toMatch(/raw materials|resources/);
  });

  it('goes on where a pronoun points back, though no article holds the other words', () => {
    const [, second] = converse('Who is Dmytro Kuleba?', 'what does he bake?');
    expect(second).toMatchObject({ understood: 'what does Dmytro Kuleba bake?', answer: null });
  });

  it('puts the new name in place of the old one', () => {
    const [, second] = converse('does Russia have rare earths?', 'what about Australia?');
    expect(second!.answer).toMatch(/^Australia/);
  });

  it('does not show again what it has shown when more is asked for', () => {
    const [first, second] = converse(
      'What did Zelensky say about guarantees?',
      'what else did he say about guarantees?',
    );
    expect(first!.shown.length).toBeGreaterThan(0);
    expect(second!.shown.filter((start) => first!.shown.includes(start))).toEqual([]);
  });

  it('takes words that no article holds for what they are, not for a follow-up', () => {
    const [, second] = converse('Who is Dmytro Kuleba?', 'hello');
    expect(second).toMatchObject({ understood: 'hello', answer: null });
  });

  it.each([
    ['it asks for something new', 'who opposes the deal'],
    ['“there” stands for no place', 'how much lithium is there'],
  ])('leaves a question as it is where %s', (_why, question) => {
    const [, second] = converse('who is treasury secretary?', question);
    expect(second!.understood).toBe(question);
  });

  it('is not overheard by another', () => {
    converse('Who is Dmytro Kuleba?');
    expect(converse('what did he tell Politico?')[0]!.understood).toBe('what did he tell Politico?');
  });
});

describe('a question after another that speaks of something else', () => {
  const bay = openFixture();
  const after = (before: string, question: string, said = `${before} ${question}`) => {
    bay.ask(before, { conversation: said });
    return bay.ask(question, { conversation: said });
  };

  it.each([
    ['Who is Tilda Marsh?', 'How much are the repairs?'],
    ['Who is Tilda Marsh?', 'How many books?'],
    ['Who is Rosa Lindqvist?', 'How many groundings?'],
    ['Why are the crews striking?', 'What happened to the library?'],
  ])('is answered as it is alone: %s %s', (before, question) => {
    const { kind, evidence, question: understood } = after(before, question);
    expect({ kind, understood: understood.text }).toEqual({ kind: 'answer', understood: question });
    expect(evidence[0]!.sentence).toEqual(bay.ask(question).evidence[0]!.sentence);
  });

  it('goes on where only a sentence that holds both answers it well', () => {
    const outcome = after('Why are the crews striking?', 'How many hours?');
    if (outcome.kind !== 'answer') throw new Error('not answered');
    expect(outcome.question.text).toBe('How many hours (crews striking)?');
    expect(textAt(outcome.best.passage.article, outcome.best.sentence)).toMatch(/crews .* six hours/);
  });
});

describe('a mistyped question', () => {
  it('is answered like the one that was meant, and shows how it was understood', () => {
    const [mistyped] = converse('why did Zelenskyy rejcet the deal?');
    const [meant] = converse('why did Zelensky reject the deal?');
    expect(mistyped).toEqual(meant);
  });
});

describe('several answers', () => {
  it('come from different passages, at most three, where several things are asked for', () => {
    const outcome = newsroom.ask('Which countries control rare earth minerals?');
    if (outcome.kind !== 'answer') throw new Error('not answered');
    const passages = [outcome.best, ...outcome.further].map(({ passage }) => passage.id);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.length).toBeLessThanOrEqual(3);
    expect(new Set(passages).size).toBe(passages.length);
  });
});

describe('an article', () => {
  it.each([
    ['its id', 'ukraine-rare-earths-deal'],
    ['a part of its headline', 'no security guarantees'],
    ['its headline in other letters', 'ZELENSKY REFUSES U.S. RARE-EARTHS DEAL'],
  ])('is found by %s', (_what, reference) => {
    expect(newsroom.article(reference)?.id).toBe('ukraine-rare-earths-deal');
  });

  it('is not found by words that are not in its headline', () => {
    expect(newsroom.article('banana')).toBeUndefined();
    expect(newsroom.article('')).toBeUndefined();
  });
});

describe('reading ahead', () => {
  it('lets others be answered between two articles, and changes no answer', async () => {
    const read = Array.from({ length: 5 }, (_, at) => ({ ...ferry, id: `ferry-${at}` }));
    const fresh = openFixture(read);
    const turns: string[] = [];
    const ahead = fresh.readAhead().then(() => turns.push('read'));
    setTimeout(() => turns.push('somebody else'), 0);
    await ahead;
    expect(turns).toEqual(['somebody else', 'read']);
    expect(fresh.speakersNamed('marsh')).toEqual(openFixture(read).speakersNamed('marsh'));
  });
});
