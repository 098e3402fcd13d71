/*
 * Jump lines: where an article goes on to another page of a newspaper, and comes from one.
 */

const PAGE = String.raw`(?:(?:[Pp]age|PAGE|[Pp]\.) ?[A-Z]?\d{1,3}|[A-Z]\d{1,3})`;
/** One word for the article, in capitals. */
const SLUG = String.raw`[\p{Lu}\d][\p{Lu}\d’'&-]+(?: [\p{Lu}\d’'&-]+){0,3}`;
const GOES_ON = String.raw`(?:(?:[Pp]lease |PLEASE )?(?:[Tt]urn|TURN)|(?:[Ss]tory |STORY )?(?:[Cc]ontinue[sd]|CONTINUE[SD])|[Cc]ont(?:[’']d|\.)|[Ss]ee|SEE)`;
const around = (jump: string): RegExp => new RegExp(String.raw`^[(\[—–▶►\s]*${jump}[)\]—–▶►.\s]*$`, 'u');

/** "Continued on page 2", "Please turn to A4", "See FERRY, Page A4". */
const AWAY = around(`(?:${SLUG},? )?${GOES_ON}(?: (?:on|to|ON|TO))?(?: ${SLUG},?(?: (?:on|ON))?)? ${PAGE}`);
/** "From page 1", "FERRY From Page A1", "Continued from A1". */
const BACK = around(
  `(?:${SLUG}[,:]? )?(?:(?:[Cc]ontinued|CONTINUED|[Cc]ont(?:[’']d|\\.)) )?(?:[Ff]rom|FROM) ${PAGE}`,
);

/** In UTF-16 units. */
const LONGEST = 80;

export const isJump = (line: string): boolean =>
  line.length <= LONGEST && (AWAY.test(line) || BACK.test(line));
