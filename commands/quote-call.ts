import type { QuotationFilter } from '../src/newsroom.ts';
import type { CommandAction } from '../src/reply.ts';
import { type Chosen, carriedChoice, filterOf } from './articles-chosen.ts';

/** What `/quote` is asked for, with the articles found. */
export interface QuoteOptions extends Chosen {
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
}

export const quotationFilterOf = ({ speaker, about, ...chosen }: QuoteOptions): QuotationFilter => ({
  ...(speaker !== undefined && { speaker }),
  ...(about !== undefined && { about }),
  ...filterOf(chosen),
});

/** What a button carries beside its command: each option’s name and value, and two marks. */
const LONGEST = 90;
const LONGEST_LABEL = 38;

/** The options as a button carries them. */
export const carried = ({ speaker, about, ...chosen }: QuoteOptions): CommandAction['options'] => ({
  ...(speaker !== undefined && { speaker }),
  ...(about !== undefined && { about }),
  ...carriedChoice(chosen),
});

/** Whether a button has room for them. */
export const canBeCarried = (options: CommandAction['options']): boolean =>
  Object.entries(options).reduce((sum, [name, value]) => sum + name.length + 2 + `${value}`.length, 0) <=
  LONGEST;

/** A button that looks something up; none where it could not carry all of it. */
export function quoteCall(label: string, asked: QuoteOptions): readonly CommandAction[] {
  const options = carried(asked);
  if (!canBeCarried(options)) return [];
  const short = label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
  return [{ kind: 'command', label: short, command: 'quote', options, inPlace: false }];
}
