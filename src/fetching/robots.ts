import robotsParser from 'robots-parser';

/** Its types describe an ES module; what Node loads is the function itself. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** By which a newspaper names us in its robots.txt. */
export const PRODUCT = 'VerbatimBot';

/** What a robots.txt says to us. */
export interface Rules {
  allows(url: URL): boolean;
  /** Between two requests, in ms. */
  readonly pauseMs: number;
}

export const NO_RULES: Rules = { allows: () => true, pauseMs: 0 };

/** As much as anybody has to read of it (RFC 9309, section 2.5), in bytes. */
const MOST_BYTES = 500 * 1024;

/** Of a character of a rule with one of an address: less than a tenth of a second. */
const MOST_COMPARISONS = 3e7;

/** @param url of the robots.txt, at the origin that it speaks of. */
export function readRules(url: URL, bytes: Uint8Array): Rules {
  const text = groupsForUs(new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)));
  const rules = parse(url.href, text);
  const comparisons = comparisonsPerCharacter(text);
  return {
    // A hostile file could be compared with a long address for seconds; an honest one never comes near.
    allows: ({ href }) =>
      comparisons * href.length <= MOST_COMPARISONS && (rules.isAllowed(href, PRODUCT) ?? true),
    pauseMs: Math.max(0, (rules.getCrawlDelay(PRODUCT) ?? 0) * 1_000),
  };
}

const AGENT = /^\s*user-agent\s*:\s*([^#\s/]*)/i;
/** No rule of anybody's, and no end to the names above one. */
const ASIDE = /^\s*(?:#.*|sitemap\s*:.*)?$/i;

/**
 * Those that name us or everybody, each under one name. A file may put ten thousand names above ten thousand rules, and
 * whoever reads it would keep each rule for each name.
 */
function groupsForUs(text: string): string {
  const kept: string[] = [];
  let names = new Set<string>();
  let areNamesOver = false;
  for (const line of text.split(/[\r\n]+/)) {
    const name = AGENT.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) {
      if (areNamesOver) names = new Set();
      areNamesOver = false;
      const isNew = !names.has(name);
      if (name === '*' || name === PRODUCT.toLowerCase()) {
        names.add(name);
        if (isNew) kept.push(line);
      }
    } else if (!ASIDE.test(line)) {
      areNamesOver = true;
      if (names.size > 0) kept.push(line);
    }
  }
  return kept.join('\n');
}

/** A wildcard may stand for any beginning of an address, and all that follows it is tried after each of them. */
const comparisonsPerCharacter = (text: string): number =>
  text.split(/[\r\n]+/).reduce((sum, line) => sum + (line.includes('*') ? line.length : 1), 0);
