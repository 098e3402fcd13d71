import { wordsIn } from '../../words-in.ts';
import { isHidden } from './furniture.ts';
import { isLegible } from './hidden-rests.ts';
import { isComments } from './names.ts';
import type { Story } from './story.ts';
import { type Element, elementsIn, isElement, oneLine, textOf } from './tree.ts';

/*
 * Gates: what bars the way to the rest of a story. They stand below what is left of it; what a page's head and foot say
 * to subscribers, they say on every page.
 */

/** "Subscribe to continue reading", "Already a subscriber?": bars a beginning, and stands below short stories too. */
const GATE =
  /\b(?:subscri(?:be|bers?|ption)|sign (?:in|up)|log ?in|register|free trial|become a (?:member|subscriber))\b[^.!?]{0,80}\b(?:continue|keep|finish|unlock|read(?:ing)?|access)\b|\b(?:continue|keep|finish) reading\b[^.!?]{0,80}\b(?:subscri|sign|log ?in|trial|account)|\b(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members|registered)|\balready a (?:subscriber|member)\b|\bto (?:read|continue|unlock) (?:the (?:full|rest)|this (?:article|story))\b/i;

/** What is said of this very story, and never below one that is told whole. */
const BAR =
  /\b(?:to|and) (?:continue|keep|finish) reading\b[^.!?]{0,60}\b(?:subscri|sign|log ?in|register|trial|account)|\b(?:subscribe|subscription|sign (?:in|up)|log ?in|register|free trial|account|become a (?:member|subscriber))\b[^.!?]{0,60}\bto (?:continue|keep|finish) reading\b|\bto (?:read|unlock) (?:the (?:full|rest)|this (?:article|story))\b|\b(?:article|story) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b|\b(?:run out of|reached your limit of|no more) free (?:articles|stories)\b/i;

/** How much below a story is searched, in UTF-16 units. */
const LONGEST = 1500;

export interface Gate {
  readonly isGate: boolean;
  readonly isBar: boolean;
}

/** What stands directly below a story, or is its last paragraphs. */
export function gateBelow(page: Element, { lastBlocks }: Story): Gate {
  const from = lastBlocks[0]?.place.element;
  const last = lastBlocks.at(-1)?.place.element;
  if (from === undefined || last === undefined) return { isGate: false, isBar: false };
  const below = textBelow(page, last.last);
  const text = [...lastBlocks.filter(({ text }) => wordsIn(text) <= 30).map(({ text }) => text), below].join(
    ' ',
  );
  return { isGate: GATE.test(text), isBar: BAR.test(text) };
}

/** The text of what opens after an element has closed. */
function textBelow(page: Element, end: number): string {
  let text = '';
  const gather = (element: Element): void => {
    for (const child of element.children) {
      if (text.length > LONGEST) return;
      if (!isElement(child)) text += element.number > end ? child : '';
      else if (child.last > end && !isOfEveryPage(child)) {
        text += ' ';
        gather(child);
      }
    }
  };
  gather(page);
  return oneLine(text);
}

const isOfEveryPage = (element: Element): boolean =>
  /^(?:header|nav|footer)$/.test(element.name) || isHidden(element) || isComments(element);

const FEWEST_WORDS = 8;

/** Whether paragraphs are there but hidden and enciphered, until somebody has paid. */
export const isEnciphered = (box: Element, isInHidden = false): boolean =>
  elementsIn(box).some((inner) => {
    const isUnseen = isInHidden || isHidden(inner);
    return (isUnseen && inner.name === 'p' && isCipher(textOf(inner, 400))) || isEnciphered(inner, isUnseen);
  });

const isCipher = (text: string): boolean => wordsIn(text) >= FEWEST_WORDS && !isLegible(text);
