/*
 * Which hyphens at the end of a line belong to the word, by how English writes compounds. The parts were counted in
 * American news: one is listed where a hyphen beside it is nearly always the word's own.
 */

/** No words but ends of words: "high-er", "short-age", "six-teen", "second-ary". */
const ENDING =
  /^(?:[a-z]|age|ages|ance|ant|ary|ate|body|dom|ed|en|ened|ener|ening|ens|er|ern|ers|est|fold|ful|fully|hood|ied|ier|ies|iest|ily|ing|ings|ish|ism|ist|ists|ity|lands?|less|lessly|light(?:ed|s)?|like|ly|ments?|ness|self|ships?|some|stream|teens?|teenth|th|ther|thest|ties|tieth|ty|ward|wards|ware|ways?|wise)$/;

/** Before whatever is no ending: "self-taught", "high-pressure", "twenty-one". */
const FIRST =
  /^(?:all|best|better|cross|double|early|ever|far|fast|front|full|half|hard|high|higher|highest|ill|last|late|left|less|long|longest|low|lower|middle|more|most|much|must|near|next|now|old|once|open|prime|quarter|right|same|self|short|single|slow|standard|still|then|triple|upper|vice|well|working|would|first|second|third|one|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/** After whatever there is: "Kremlin-backed", "decision-making". */
const SECOND =
  /^(?:backed|based|collar|controlled|dollar|driven|educated|eyed|focused|friendly|funded|generation|haired|heavy|hour|income|language|leaning|level|linked|making|mile|minded|minute|owned|party|person|priced|profile|ranking|related|rich|scale|speaking|sponsored|style|term|wing|winning|years?)$/;

/** Words end with them too ("cancel-led", "thresh-old"), so that the first part has to be one. */
const SECOND_OF_WORD =
  /^(?:aged|born|class|cost|era|free|held|known|law|led|long|made|old|run|time|wage|wide)$/;
const SECOND_OF_NAME = /^(?:born|era|held|led|made|run)$/;
const GROWN_TOGETHER =
  /^(?:(?:country|nation|state|world)wide|(?:any|day|life|long|night|one|over|some)time|lifelong|.+(?:l|ck)led)$/;

/** First parts that grow together with a word. */
const CLOSED =
  /^(?:any|down|every|for|her|him|how|in|inter|news|no|off|on|our|out|over|some|super|them|there|to|under|up|what|when|where|who|with|your)$/;

/** In the middle of "mother-in-law", "state-of-the-art", "face-to-face". */
const INNER = /^(?:a|and|by|for|of|off|on|the|to|up)-|^in-(?:chief|hand|laws?|waiting)$/;
const BEGINS_INNER = /^(?:a|and|as|at|be|by|down|for|in|me|not|of|off|on|or|out|so|than|the|to|up|with)$/;

/** Of pairs of which neither part tells: "anti-dote" and "anti-war", "non-sense" and "non-profit", "co-host". */
const PAIR =
  /^(?:anti-(?!bod|biot|cip|quat|septic)\w{5}|anti-war|non-(?!sens|ethel|chal)\w{5}|co-(?:author|chair|defend|exist|found|host|own|pilot|produc|spons|star|work|writ)|ex-(?:boyf|chief|con$|convict|girlf|husb|lover|marine|mayor|minis|officer|partner|player|police|premier|presid|prime|soldier|spy|wife)|so-(?:called|so$)|re-e(?!d)|(?:post|pre)-(?:elect|war)|part-time|real-(?:life|time))/;

/** The parts of a word around a hyphen at the end of a line, in lower case. */
export interface Parting {
  /** "mother-" of "mother-in-|law"; mostly empty. */
  readonly lead: string;
  readonly first: string;
  readonly second: string;
  /** "-the-art" of "state-|of-the-art"; mostly empty. */
  readonly rest: string;
  /** Begins with a capital: "Kremlin-|led". */
  readonly isName: boolean;
}

/**
 * Whether the hyphen is the word's own.
 *
 * @param words of the article.
 */
export function isCompound(
  { lead, first, second, rest, isName }: Parting,
  words: ReadonlySet<string>,
): boolean {
  if (first.length === 1 || SECOND.test(second)) return true;
  if (rest !== '' && (BEGINS_INNER.test(second) || words.has(second))) return true;
  if (isName && SECOND_OF_NAME.test(second)) return true;
  const pair = `${first}-${second}`;
  const isWord = first.length > 2 && (words.has(first) || FIRST.test(first));
  if (isWord && SECOND_OF_WORD.test(second)) return !GROWN_TOGETHER.test(first + second);
  const areWords = words.has(first) && words.has(second) && first.length > 2 && second.length > 2;
  if (lead !== '') return areWords || INNER.test(pair);
  if (FIRST.test(first)) return !ENDING.test(second);
  return PAIR.test(pair) || (areWords && !CLOSED.test(first));
}
