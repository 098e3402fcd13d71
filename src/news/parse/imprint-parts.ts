import { isNewspaper } from './newspapers.ts';

/** What one part of a line beside a headline tells: "By Ada Quill", "The Courier", "Ada Quill", "8.30 GMT". */
export interface Part {
  readonly is: 'author' | 'newspaper' | 'name' | 'place' | 'role' | 'aside';
  readonly text: string;
}

/** undefined for what belongs to no such line. */
export function partIn(text: string): Part | undefined {
  const author = BY.exec(text)?.[1];
  if (author !== undefined) return { is: 'author', text: author };
  if (LABEL.test(text) || HOUR.test(text) || BESIDE.test(text)) return { is: 'aside', text };
  if (isProfession(text)) return { is: 'role', text };
  if (NAMES.test(text) && !OPENER.test(text)) {
    if (isNewspaper(text) || THE_PAPER.test(text)) return { is: 'newspaper', text };
    return { is: PLACE.test(text) ? 'place' : 'name', text };
  }
  return ROLE.test(text) ? { is: 'role', text } : undefined;
}

const WORD = String.raw`(?:[dDlL][’'])?[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*`;
const PARTICLE = '(?:de|del|della|den|der|da|di|dos|du|la|le|el|al|bin|ibn|van|von|ter|y|of|the)';
const NAME = `${WORD}(?: (?:${PARTICLE} )*${WORD}){0,5}`;
const SOME_NAMES = `${NAME}(?:,? (?:and|AND|&) ${NAME})*`;
const NAMES = new RegExp(`^${SOME_NAMES}$`, 'u');

/** "On Friday", "What Happens": capitals of a heading. */
const OPENER =
  /^(?:By|On|In|At|After|Before|Until|Since|From|For|To|With|What|Why|How|When|Where|Who|An?|This|That|If|It|No|Not)\b/i;

/** "By Ada Quill", "Posted by Ada Quill and Bo Lund in Amberley"; not "By the sea", "By Monday". */
const BY = new RegExp(
  String.raw`^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported) )?(?:by|By|BY):? (?!\p{Lu}[a-z]+day$)(${SOME_NAMES})(?: (?:in|at|for) \p{Lu}.*)?$`,
  'u',
);

const THE_PAPER = /^The(?: \p{Lu}\S*){1,4}$/u;

/** Capitals that may well name a place: "BERLIN", "Port Amberley", "New York", "Salt Lake City". */
const PLACE =
  /^(?:\S+|[^\p{Ll}]+|(?:Port|New|San|Santa|Los|Las|Saint|St\.?|Fort|Mount|Cape|Lake|North|South|East|West|El|Hong|Kuala|Buenos|Tel|Addis|Rio|Mexico)\b.*|.* (?:City|Town|Beach|Falls|Springs|Hills|Island|County))$/u;

const PROFESSION = /\b(?:reporter|correspondent|writer|columnist|editor|critic|staff)s?$/i;

/** "harbour correspondent", "Observer staff". */
const ROLE = /^[\p{L}’'-]+(?: [\p{L}’'-]+){0,4}$/u;

export const isProfession = (text: string): boolean => PROFESSION.test(text) && ROLE.test(text);

/** "Last updated on", "Published: Tue", and nothing at all. */
const LABEL =
  /^(?:(?:(?:first|last|originally) )?(?:published|posted|updated|modified|issued|created|filed|edited|date)(?: online)?(?: on| at)?\b:?)? ?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)?$/i;

/** "8.30", "at 8:30 a.m. GMT", "7am ET". */
const HOUR =
  /^(?:at )?\d{1,2}(?:(?:[:.h]\d{2}){1,2} ?(?:[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: ?\(?[A-Z]{2,5}\)?)?$/i;

/** "GMT", "5 min read", "in News"; and an account, which is nobody's name: "By hradmin". */
const BESIDE =
  /^(?:[A-Z]{2,4}|local time|\d{1,3}[ -]min(?:ute)?s?(?: read)?|\d+ comments?|in \p{Lu}[\p{L} &]{1,30}|[Bb]y [\p{Ll}\d_.-]+)$/u;
