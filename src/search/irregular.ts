/** Irregular forms → the form that the stemmer sees, so that "went" finds "go". `base: forms`. */
const table = `
arise: arose arisen
bear: bore borne
beat: beaten
become: became
begin: began begun
bend: bent
bind: bound
bite: bit bitten
bleed: bled
blow: blew blown
break: broke broken
breed: bred
bring: brought
build: built
burn: burnt
buy: bought
catch: caught
choose: chose chosen choice
cling: clung
creep: crept
deal: dealt
die: died dies dying dead death
dig: dug
draw: drew drawn
drink: drank drunk
drive: drove driven
eat: ate eaten
fall: fell fallen
feed: fed
feel: felt
fight: fought
find: found
flee: fled
fly: flew flown flight
forbid: forbade forbidden
forget: forgot forgotten
forgive: forgave forgiven
freeze: froze frozen
grow: grew grown growth
hang: hung
hear: heard
hide: hid hidden
hold: held
keep: kept
know: knew known knowledge
lay: laid
lead: led
leave: left
lend: lent
lie: lain
light: lit
lose: lost loss losses
mean: meant
meet: met
mistake: mistook mistaken
pay: paid
prove: proven proof
ride: rode ridden
ring: rang rung
rise: rose risen
run: ran
say: said says
see: saw seen
seek: sought
sell: sold sale sales
send: sent
shake: shook shaken
shoot: shot
show: shown
shrink: shrank shrunk
sing: sang sung
sink: sank sunk
sit: sat
sleep: slept
slide: slid
speak: spoke spoken speech speeches
spend: spent
stand: stood
steal: stole stolen
stick: stuck
strike: struck stricken
swear: swore sworn
sweep: swept
swim: swam swum
swing: swung
take: took taken
teach: taught
tear: tore torn
tell: told
think: thought
throw: threw thrown
understand: understood
wake: woke woken
wear: wore worn
weave: wove woven
weep: wept
win: won
wind: wound
withdraw: withdrew withdrawn withdrawal
write: wrote written
child: children
man: men
woman: women
person: people persons
foot: feet
tooth: teeth
mouse: mice
goose: geese
life: lives
wife: wives
half: halves
leaf: leaves
knife: knives
crisis: crises
basis: bases
thesis: theses
analysis: analyses
medium: media
datum: data
criterion: criteria
phenomenon: phenomena
good: better best
bad: worse worst
far: further farther furthest
marry: married marries marriage
born: birth birthplace birthday
long: length
high: height
deep: depth
strong: strength
wide: width
defend: defense defence
defy: defiance
refuse: refusal
reject: rejection
approve: approval
arrive: arrival
deny: denial denied
survive: survival
propose: proposal
receive: receipt
invade: invasion
decide: decision
destroy: destruction
`;

export const irregularForms: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [base = '', forms = ''] = row.split(':');
      return forms
        .trim()
        .split(' ')
        .map((form): [string, string] => [form, base]);
    }),
);
