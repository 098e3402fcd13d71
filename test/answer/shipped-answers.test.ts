import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/news/article.ts';
import { openNewsroom } from '../../src/open.ts';

const { newsroom } = await openNewsroom();

/** Question, the words that the answering sentence must hold, and why that sentence should win. */
const answered: readonly (readonly [question: string, answer: RegExp, because: string])[] = [
  [
    'why did Zelensky reject the deal?',
    /lacked ironclad security guarantees|offered Kyiv no security guarantees/,
    'it gives the reason, not only the refusal',
  ],
  [
    'What did Trump tell Fox News?',
    /security of the rare earth|security of rare earth|hundreds of billions/,
    'these are the words that he told Fox News',
  ],
  ['Who is Dmytro Kuleba?', /a former foreign minister of Ukraine/, 'it says what he is'],
  ['what share would American companies get', /50 percent share/, 'it gives the share'],
  ['how many elements are rare earths', /family of 17 metallic elements/, 'it gives the number'],
  [
    'What are rare earths used for?',
    /guided missile systems and smartphones|renewable energy and electric vehicles/,
    'it names uses',
  ],
  ['Who presented the proposal in Kyiv?', /^Scott Bessent/, 'it names who presented it'],
  [
    'Which country is a growing producer?',
    /^Australia is a growing producer/,
    'it repeats the question and adds the name',
  ],
  ['does Russia have rare earths?', /^Russia has large rare earth reserves/, 'it says that it does'],
  ['Who called the deal colonial?', /called the deal “colonial”/, 'it names the speaker of the word'],
  ['What percentage of refining does China control?', /nearly 90 percent/, 'it gives the percentage'],
  [
    'what did zelensky tell the associated press',
    /For me is very important the connection/,
    'a question without capitals counts as much',
  ],
  ['Where did Zelensky speak on Saturday?', /Munich Security Conference/, 'it names the place'],
  ['How many of the EU’s critical materials does Ukraine have?', /Of the 34 materials/, 'it counts them'],
  ['kuleba politico', /Kuleba told Politico|Why should Europe give away/, 'keywords are a question too'],
];

describe('over the shipped article', () => {
  it.each(answered)('“%s” is answered by %s, because %s', (question, expected) => {
    const outcome = newsroom.ask(question);
    if (outcome.kind !== 'answer') throw new Error(`not answered: ${outcome.reason.kind}`);
    expect(textAt(outcome.best.passage.article, outcome.best.sentence)).toMatch(expected);
  });

  it.each([
    ['Who won the World Cup?', 'nothing of it is in the articles'],
    ['What is the capital of France?', 'the country is nowhere in them'],
    ['What did Angela Merkel say about the deal?', 'she is not in them'],
    ['How much does a smartphone cost in Berlin?', 'one shared word is not enough'],
    ['Wer hat das Abkommen abgelehnt?', 'it shares no words with the articles'],
    ['is it the one?', 'it names nothing'],
    ['🙂🙃', 'it has no words'],
    ['', 'it is empty'],
  ])('“%s” is not answered, because %s', (question) => {
    expect(newsroom.ask(question).kind).toBe('no-answer');
  });

  it('names the words that no article holds', () => {
    const outcome = newsroom.ask('Who won the football championship?');
    if (outcome.kind !== 'no-answer') throw new Error('answered');
    expect(outcome.unknown).toContain('football');
    expect(outcome.reason).toEqual({ kind: 'unknown-subject', words: outcome.unknown });
  });

  it('lists at most ten sentences of evidence, best first, each once', () => {
    const { evidence } = newsroom.ask('What do the Ukrainian officials want from the United States?');
    expect(evidence.length).toBeGreaterThan(1);
    expect(evidence.length).toBeLessThanOrEqual(10);
    expect(new Set(evidence.map(({ passage, sentence }) => `${passage.id}/${sentence.start}`)).size).toBe(
      evidence.length,
    );
    evidence.slice(1).forEach(({ score }, index) => {
      expect(score).toBeLessThanOrEqual(evidence[index]!.score);
    });
  });

  it('answers the same question the same way twice', () => {
    const [first, second] = [
      newsroom.ask('Who defended the proposal?'),
      newsroom.ask('Who defended the proposal?'),
    ];
    expect(second.evidence.map(({ sentence }) => sentence)).toEqual(
      first.evidence.map(({ sentence }) => sentence),
    );
    expect(second.confidence).toBe(first.confidence);
  });

  it('copes with a question of 10,000 characters', () => {
    const { evidence } = newsroom.ask('why did Zelensky reject the deal '.repeat(300));
    expect(textAt(evidence[0]!.passage.article, evidence[0]!.sentence)).toMatch(/Zelensky/);
  });
});
