import { comparedTexts, type Look } from '../comparison.ts';
import type { ComparisonBlock } from '../reply.ts';
import type { Marked } from './ink.ts';
import { WORDS } from './words.ts';

export interface ComparedParagraph {
  readonly text: string;
  readonly marks: readonly Marked[];
}

/** The texts of all spans, with what stands between them left out: “We shall see” … “Soon”. */
export function comparedParagraph(block: ComparisonBlock): ComparedParagraph {
  const { quotation } = block;
  const isSaid = quotation !== null && quotation.kind !== 'indirect';
  const [open, close] = isSaid ? ['“', '”'] : ['', ''];
  let text = '';
  const marks: Marked[] = [];
  for (const part of comparedTexts(block)) {
    text += `${text === '' ? '' : ' … '}${open}`;
    const from = text.length;
    marks.push(...part.marks.map(({ start, end, look }) => ({ start: start + from, end: end + from, look })));
    text += `${part.text}${close}`;
  }
  return { text, marks };
}

/** Each look in its own marks; empty where nothing differs. */
export function legendOf({ runs }: ComparisonBlock): ComparedParagraph {
  const looks: readonly Look[] = ['missing', 'added'];
  let text = '';
  const marks: Marked[] = [];
  for (const look of looks.filter((each) => runs.some(({ kind }) => kind === each))) {
    text += text === '' ? '' : ' · ';
    marks.push({ start: text.length, end: text.length + WORDS.around.looks[look].length, look });
    text += WORDS.around.looks[look];
  }
  return { text, marks };
}
