import type { Furniture } from './furniture.ts';
import { isInline } from './inline.ts';
import { isClosed, isProse } from './prose.ts';
import { type Element, holdsSome, isElement, oneLine, textOf } from './tree.ts';

/** What stands in a sentence holds no more elements, and of its text so much is looked at, in UTF-16 units. */
const MOST_ELEMENTS = 20;
const LONGEST = 300;

/** How many neighbours are looked at on either side. */
const NEAR = 9;

/**
 * Which elements stand in a sentence: their words are the sentence's, whatever they are called
 * (`<span class="dateline">BRINE</span> — Workers who…`, `a <button class="glossary">levy</button> on salt`).
 */
export function wordsOfSentences(parent: Element, furniture: Furniture): ReadonlySet<Element> {
  const found = new Set<Element>();
  const isNamed = (child: Element | string): boolean => isElement(child) && furniture.isByName(child);
  const mayHold = (child: Element | string): boolean =>
    isElement(child) && isShort(child) && (isNamed(child) || holdsSome(child, isNamed));
  if (!parent.children.some(mayHold)) return found;
  for (const line of linesOf(parent)) {
    const all = line.map((child) => textIn(child, furniture));
    const others = all.map((text, index) => (isNamed(line[index] ?? '') ? '' : text));
    const apart = oneLine(others.join(''));
    if (!isProse(oneLine(all.join(''))) || !(isClosed(apart) || isProse(apart))) continue;
    line.forEach((child, index) => {
      if (!isElement(child)) return;
      const before = oneLine(all.slice(Math.max(0, index - NEAR), index).join(''));
      const after = oneLine(others.slice(index + 1, index + 1 + NEAR).join(''));
      if (runsOn(child, oneLine(all[index] ?? ''), before, after)) found.add(child);
    });
  }
  return found;
}

/** After a closed sentence and before nothing stands a label: "Share", a photographer's name. */
function runsOn({ name }: Element, text: string, before: string, after: string): boolean {
  if (name === 'button') return /\p{L}{2}/u.test(text) && before !== '' && !isClosed(before) && after !== '';
  return !isClosed(before) || after !== '' || isClosed(text);
}

/** What stands between two breaks or boxes. */
function* linesOf({ children }: Element): Generator<readonly (Element | string)[]> {
  let line: (Element | string)[] = [];
  for (const child of children) {
    if (!isElement(child) || (child.name !== 'br' && isInline(child))) line.push(child);
    else {
      yield line;
      line = [];
    }
  }
  yield line;
}

function textIn(child: Element | string, furniture: Furniture): string {
  if (!isElement(child)) return child.slice(0, 4 * LONGEST);
  if (!isShort(child)) return '';
  return furniture.is(child) && !furniture.isByName(child) ? '' : textOf(child, LONGEST);
}

const isShort = ({ number, last }: Element): boolean => last - number <= MOST_ELEMENTS;
