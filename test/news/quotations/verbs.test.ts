import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/news/quotations/tokens.ts';
import { lemmasOf, reportingVerbs, reportsSpeech, verbRate } from '../../../src/news/quotations/verbs.ts';

const rate = verbRate(reportingVerbs());

describe('a reporting verb', () => {
  it.each([
    ['said', 'say'],
    ['told', 'tell'],
    ['argues', 'argue'],
    ['noted', 'note'],
    ['quipped', 'quip'],
    ['denies', 'deny'],
    ['insisting', 'insist'],
    ['stresses', 'stress'],
  ])('%s is a form of %s', (form, lemma) => {
    expect(lemmasOf(form)).toContain(lemma);
  });

  it('is known by its share of cues', () => {
    expect(rate('said', hashOf('said'))).toBeGreaterThan(rate('wants', hashOf('wants')));
    expect(rate('wants', hashOf('wants'))).toBeGreaterThan(rate('bridge', hashOf('bridge')));
    expect(rate('bridge', hashOf('bridge'))).toBe(0);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is none', (word) => {
    expect(rate(word, hashOf(word))).toBe(0);
    expect(lemmasOf(word)).toContain(word);
  });
});

describe('a cue', () => {
  it.each(['said', 'told', 'has argued', 'according to', 'announced', 'wrote on Twitter', 'denied'])(
    '%s reports speech',
    (cue) => {
      expect(reportsSpeech(cue)).toBe(true);
    },
  );

  it.each(['wants', 'supports', 'plans', 'seemed', 'is expected'])('%s does not', (cue) => {
    expect(reportsSpeech(cue)).toBe(false);
  });
});
