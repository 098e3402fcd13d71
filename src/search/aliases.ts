/**
 * Other names for the same thing, a row each. A question that uses one finds a text that uses another, at
 * less weight than the word itself. Forms are lower case, without dots; several words are allowed.
 *
 * A row earns its place by being true of English news at large: never add one for a single article.
 */
const table = `
us. | usa | united states | united states of america | america | american | americans | washington | white house
uk | united kingdom | britain | great britain | british | london
eu | european union | brussels
europe | european | europeans
un | united nations
nato | north atlantic treaty organization | north atlantic alliance
russia | russian | russians | moscow | kremlin
ukraine | ukrainian | ukrainians | kyiv | kiev
china | chinese | beijing
france | french | paris
germany | german | germans | berlin
italy | italian | italians | rome
spain | spanish | madrid
poland | polish | warsaw
japan | japanese | tokyo
india | indian | indians | new delhi
israel | israeli | israelis | jerusalem
iran | iranian | iranians | tehran
turkey | turkish | ankara | turkiye
canada | canadian | canadians | ottawa
australia | australian | australians | canberra
mexico | mexican | mexicans
brazil | brazilian | brazilians
north korea | north korean | pyongyang
south korea | south korean | seoul
taiwan | taiwanese | taipei
saudi arabia | saudi | saudis | riyadh
syria | syrian | syrians | damascus
africa | african | africans
asia | asian | asians
ap | associated press
afp | agence france presse
bbc | british broadcasting corporation
nyt | new york times
wsj | wall street journal
fed | federal reserve
imf | international monetary fund
who. | world health organization
wto | world trade organization
iaea | international atomic energy agency
opec | organization of the petroleum exporting countries
fbi | federal bureau of investigation
cia | central intelligence agency
nsc | national security council
epa | environmental protection agency
nasa | national aeronautics and space administration
doj | justice department | department of justice
pentagon | defense department | department of defense
gop | republican party | republicans
percent | per cent | percentage
tv | television
ev | electric vehicle | electric car
pm | prime minister
ceo | chief executive | chief executive officer
mp | member of parliament
`;

export interface AliasForm {
  readonly words: readonly string[];
  /** The term that stands for all forms of a row. Begins with "@", so that no word of a text is like it. */
  readonly concept: string;
}

/** First word of a form → the forms that begin with it, longest first, each with its concept. */
export const aliasForms: ReadonlyMap<string, readonly AliasForm[]> = (() => {
  const byFirstWord = new Map<string, AliasForm[]>();
  for (const row of table.trim().split('\n')) {
    const forms = row.split('|').map((form) => form.trim());
    const concept = `@${forms[0] ?? ''}`;
    for (const form of forms) {
      const words = form.split(' ');
      const first = words[0] ?? '';
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, concept }]);
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
})();
