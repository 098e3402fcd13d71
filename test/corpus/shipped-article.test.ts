import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * The article that ships with the bot reports what another paper reported first: its facts must all be there,
 * its spoken words must be exact, and its sentences must be ours. Most of the length is the table of facts.
 * Parsed here by hand on purpose, so that a fault in our own parser cannot hide a fault in the article.
 */

const OURS = new URL('../../corpus/ukraine-rare-earths-deal.md', import.meta.url);
/** Kept beside some checkouts, never in the repository: it belongs to its publisher. */
const ORIGINAL = new URL('../../../shared/articles/rare-earths-rejection.txt', import.meta.url);
const NO_ORIGINAL = 'the original report is not beside this checkout, so there is nothing to compare with';

const file = readFileSync(OURS, 'utf8');
const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
const masthead = new Map(
  frontMatter.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }),
);
const blocks = body.trim().split(/\n\n+/);
const paragraphs = blocks.filter((block) => !block.startsWith('## '));

/** "U.S." ends no sentence here; a closing mark belongs to the sentence that it closes. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!]”?)(?<!U\.S\.)\s+(?=[“A-Z])/);
const sentences = paragraphs.flatMap(sentencesOf);

/** Paragraphs of the section whose heading matches. */
function section(heading: RegExp): string[] {
  const first = blocks.findIndex((block) => block.startsWith('## ') && heading.test(block));
  if (first === -1) return [];
  const next = blocks.findIndex((block, at) => at > first && block.startsWith('## '));
  return blocks.slice(first + 1, next === -1 ? undefined : next);
}

/** The words between marks, without the punctuation that house style moves in and out of them. */
const quotationsIn = (text: string): string[] =>
  [...text.matchAll(/“([^”]*)”/g)].map(([, words = '']) => words.trim().replace(/[.,]+$/, ''));

/** One sentence must answer each, without its neighbours. */
const FACTS: Readonly<Record<string, RegExp>> = {
  'Zelensky rejected the deal because it gave no security guarantees':
    /Volodymyr Zelensky .*rejected a deal .*because .*no security guarantees/,
  'the deal would have opened Ukraine’s rare earth minerals to the United States':
    /deal that would have opened his country’s rare earth minerals to the United States/,
  'American companies would have owned 50 percent of the deposits':
    /American companies .*owned a 50 percent share .*deposits in Ukraine/,
  'Scott Bessent, the Treasury Secretary, presented it in Kyiv':
    /Scott Bessent, the U\.S\. Treasury Secretary, presented .*visit to Kyiv/,
  'Washington saw it as compensation for military aid, past and future':
    /Washington .*let Ukraine “compensate” for military aid, both past and future/,
  'ownership was to be handed over for continued military support, without direct payment':
    /no direct payment: Kyiv .*hand over ownership .*American military support .*in return/,
  'nothing explicit committed the United States to defend Ukraine':
    /no explicit guarantee committing the United States to defend Ukraine .*Russia/,
  'the main reason for the refusal was the lack of firm guarantees':
    /main reason Zelensky and his government rejected the deal .*lacked ironclad security guarantees/,
  'Ukrainian officials think such guarantees vital while the war goes on':
    /guarantees, something Ukrainian officials consider vital .*war with Russia/,
  'Zelensky found the text too much in America’s interest, The Associated Press reported':
    /Zelensky also argued .*too much weight to American interests .*according to The Associated Press/,
  'Zelensky found nothing in the text to deter Russia, The Associated Press reported':
    /Zelensky also argued .*nothing to help deter Russia .*according to The Associated Press/,
  'an unnamed senior Ukrainian official called it colonial':
    /anonymity, a senior Ukrainian official called the deal “colonial”/,
  'the unnamed official missed the broader strategic interests':
    /senior Ukrainian official .*said that it left broader strategic interests unaddressed/,
  'Kuleba, a former foreign minister of Ukraine, spoke against the offer':
    /Dmytro Kuleba, a former foreign minister of Ukraine, also spoke against the offer/,
  'Kyiv already has a strategic partnership with the European Union on its resources':
    /Kuleba.*strategic partnership between Kyiv and the European Union .*critical resources .*already/,
  'White House officials called Zelensky’s stance shortsighted':
    /White House officials called Zelensky’s stance “shortsighted/,
  'the refusal caused tension between the two governments':
    /his refusal has caused tension between the Ukrainian and American governments/,
  'Brian Hughes of the National Security Council defended the proposal':
    /Brian Hughes, a spokesman for the National Security Council at the White House, defended the proposal/,
  'Trump thinks the minerals crucial to national security and to relying less on China':
    /Donald Trump has said in public .*crucial .*national security .*rely less on China/,
  'the administration presses for access, for the economy, for security and against dependence on China':
    /administration .*access .*American economy, .*national security .*less dependent on China/,
  'rare earths are 17 metallic elements': /Rare earth minerals are .*17 metallic elements/,
  'renewable energy, electric vehicles and military equipment need rare earths':
    /modern technology needs, .*renewable energy and electric vehicles to military equipment/,
  'rare earths are used from smartphones to guided missile systems':
    /Rare earths are used .*guided missile systems and smartphones/,
  'neodymium, europium and yttrium are rare earths': /Yttrium, neodymium and europium are three of the 17/,
  'rare earths are not scarce but difficult to extract economically':
    /Rare earths are not scarce, .*name .*difficulty .*concentrations .*extracted economically/,
  'Ukraine has lithium, titanium, graphite and uranium':
    /Ukraine is thought to have substantial reserves .*graphite, lithium, uranium and titanium/,
  'the European Union lists 34 critical materials and Ukraine has 22 of them':
    /34 materials that the European Union counts as critical to national security, Ukraine has .*22/,
  'it is Ukraine’s ministry that counts 22 of them':
    /Ukraine has deposits of 22, according to its Ministry of Environmental Protection and Natural Resources/,
  'Ukraine could become important, as Western nations want alternatives to China':
    /Ukraine an important place in supply chains .*Western nations want alternatives to China/,
  'the war stalled Ukraine’s plans for a domestic sector':
    /war appears to have stalled Ukraine’s plans for a domestic rare earth sector/,
  'China controls nearly 90 percent of refining and is the leading supplier':
    /China dominates .*nearly 90 percent of the world’s refining capacity .*leading supplier/,
  'China has about half of known reserves, by the U.S. Geological Survey’s account':
    /China also has about half of all known .*reserves, the U\.S\. Geological Survey says, .*supply chain/,
  'Australia is a growing producer with significant reserves':
    /Australia is a growing producer: its reserves are significant, .*raise output/,
  'the United States has deposits but depends on imports for processing':
    /The United States has some deposits .*depends heavily on imports, .*processing/,
  'Russia has large reserves': /Russia has large rare earth reserves/,
  'the invasion of Ukraine raised concern about supply chains':
    /invaded Ukraine, .*concern that supply chains in Europe and the United States/,
  'Canada offers itself as an alternative supplier':
    /Canada is presenting itself as a possible alternative supplier, .*less dependence on China/,
  'talks on a revised agreement are expected to continue':
    /revised agreement are expected to continue between Ukrainian officials and the Trump administration/,
  'Zelensky ordered a counterproposal with guarantees that still gives America access':
    /Zelensky .*counterproposal .*explicit security guarantees .*United States have access/,
  'Kyiv will resist American dominance over its mineral sector':
    /Kyiv is getting ready, .*resist Washington’s bid for dominance over the Ukrainian mineral sector/,
  'the minerals are a strategic asset and a bargaining chip':
    /rare earths are .*strategic asset .*bargaining chip: .*investment .*security in the long term/,
};

/** Words, and who said them, to whom and where: all in one paragraph. */
const QUOTATIONS: Readonly<Record<string, { readonly words: string; readonly attribution: RegExp }>> = {
  'Washington on what the deal was for': {
    words: 'compensate',
    attribution: /^Washington described/,
  },
  'Zelensky at the Munich Security Conference on a Saturday': {
    words:
      'I didn’t let the ministers sign a relevant agreement because in my view it is not ready to protect us, our interest',
    attribution: /” Zelensky said during the Munich Security Conference on Saturday\.$/,
  },
  'White House officials on Zelensky’s stance': {
    words: 'shortsighted',
    attribution: /^White House officials called Zelensky’s stance “/,
  },
  'Trump to Fox News': {
    words:
      'I want to have the security of rare earth. We’re putting in hundreds of billions of dollars. They have great rare earth, and I want security of the rare earth, and they’re willing to do it',
    attribution: /” Trump told Fox News\.$/,
  },
  'Brian Hughes in defense of the proposal': {
    words:
      'binding economic ties with the United States will be the best guarantee against future aggression and an integral part of lasting peace',
    attribution: /^Brian Hughes, .* argued that “/,
  },
  'Zelensky to The Associated Press': {
    words:
      'For me is very important the connection between some kind of security guarantees and some kind of investment',
    attribution: /” Zelensky told The Associated Press\.$/,
  },
  'a senior Ukrainian official, anonymously': {
    words: 'colonial',
    attribution: /a senior Ukrainian official called the deal “/,
  },
  'Kuleba to Politico on whose materials they are': {
    words:
      'Today, Trump claims Ukraine’s raw materials as a way to fuel America’s economy. But these raw materials are not only Ukrainian, they’re also European',
    attribution: /” Kuleba told Politico\. “/,
  },
  'Kuleba to Politico on what Europe should do': {
    words: 'Why should Europe give away the resources that should fuel its own economy to America?',
    attribution: /” Kuleba told Politico\. “/,
  },
  'Zelensky on investments': {
    words: 'We have to talk about it as investments; and it needs to be formulated correctly',
    attribution: /” Zelensky said\. “/,
  },
  'Zelensky on profits': {
    words:
      'And we can think about how to divide profits. But all of this would be tied to security guarantees',
    attribution: /” Zelensky said\. “/,
  },
};
const QUOTED_WORDS = Object.values(QUOTATIONS).map(({ words }) => words);

describe('the article that ships with the bot', () => {
  it('has a masthead of its own and no address, being published nowhere else', () => {
    expect([...masthead.keys()]).toEqual(['headline', 'standfirst', 'byline', 'publisher', 'published']);
    expect([...masthead.values()].every((value) => value.trim() !== '')).toBe(true);
    expect(masthead.get('publisher')).toBe('Verbatim');
    expect(masthead.get('published')).toBe('2025-02-17');
    expect(sentencesOf(masthead.get('standfirst') ?? '').length).toBeLessThanOrEqual(2);
  });

  it('opens with who refused what and why, before any heading', () => {
    expect(blocks[0]).toMatch(/^President Volodymyr Zelensky .* rejected a deal .* because /);
  });

  it('keeps to one line a paragraph and at most three sentences each, a quotation counting as one', () => {
    for (const paragraph of paragraphs) {
      expect(paragraph).not.toContain('\n');
      const reported = paragraph.replace(/“[^”]*”/g, '“Q”');
      expect(sentencesOf(reported).length, paragraph).toBeLessThanOrEqual(3);
    }
  });

  describe('says in one sentence that', () => {
    it.each(Object.entries(FACTS))('%s', (_fact, telling) => {
      expect(sentences.filter((sentence) => telling.test(sentence))).not.toEqual([]);
    });
  });

  describe('quotes, word for word and beside its source,', () => {
    it.each(Object.entries(QUOTATIONS))('%s', (_source, { words, attribution }) => {
      const holders = paragraphs.filter((paragraph) => quotationsIn(paragraph).includes(words));
      expect(holders).toHaveLength(1);
      expect(holders[0]).toMatch(attribution);
    });
  });

  it('puts nothing between quotation marks but those words', () => {
    expect(quotationsIn(body).sort()).toEqual(QUOTED_WORDS.toSorted());
  });

  it('tells what happens next under its last heading: talks, a counterproposal, profits, the balance', () => {
    const next = section(/next/i).join('\n');
    for (const step of [/revised agreement/, /counterproposal/, /divide profits/, /bargaining chip/]) {
      expect(next).toMatch(step);
    }
    expect(blocks.findLast((block) => block.startsWith('## '))).toMatch(/next/i);
  });
});

/** Names that have no other words; each counts as one word. */
const NAMES = [
  'Ministry of Environmental Protection and Natural Resources',
  'U.S. Geological Survey',
  'Munich Security Conference',
  'The Associated Press',
];
const LONGEST_SHARED_RUN = 6;

/** Runs of reported words, folded; a quotation or the end of a block breaks a run. */
function reportedRuns(text: string): string[][] {
  const joined = NAMES.reduce((rest, name) => rest.replaceAll(name, name.replace(/\W/g, '')), text);
  return joined
    .replace(/“[^”]*”/g, '\n')
    .split('\n')
    .map(
      (block) =>
        block
          .toLowerCase()
          .replace(/u\.s\./g, 'us')
          .replace(/[’']/g, '')
          .match(/[a-z0-9]+/g) ?? [],
    );
}

const windows = (words: readonly string[], size: number): string[] =>
  words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));

describe('beside the report that had the facts first', () => {
  const original = existsSync(ORIGINAL) ? readFileSync(ORIGINAL, 'utf8') : null;

  it('repeats each of its quotations to the letter', ({ skip }) => {
    if (original === null) return skip(NO_ORIGINAL);
    const theirs = quotationsIn(original);
    expect(theirs).toHaveLength(QUOTED_WORDS.length);
    expect(quotationsIn(body).sort()).toEqual(theirs.sort());
  });

  it('shares no run of seven words with it outside quotation marks, long names aside', ({ skip }) => {
    if (original === null) return skip(NO_ORIGINAL);
    const size = LONGEST_SHARED_RUN + 1;
    const theirs = new Set(reportedRuns(original).flatMap((run) => windows(run, size)));
    const shared = reportedRuns(file).flatMap((run) =>
      windows(run, size).filter((words) => theirs.has(words)),
    );
    expect(shared).toEqual([]);
  });

  it('has no heading in common with it', ({ skip }) => {
    if (original === null) return skip(NO_ORIGINAL);
    const theirs = new Set(original.split('\n').map((line) => line.trim().toLowerCase()));
    const headings = blocks.filter((block) => block.startsWith('## ')).map((block) => block.slice(3));
    expect(headings.filter((heading) => theirs.has(heading.toLowerCase()))).toEqual([]);
  });
});
