/**
 * Common given names, so that "he" and "she" find the right person. Names that men and women share are left
 * out. Folded: lower case, no accents.
 *
 * A name earns its place by being common somewhere in the world: never add one for a single article.
 */
const MEN = `
aaron abdul abdullah abraham adam adrian ahmed alan albert alberto alejandro aleksandr alexander alexei alfred
ali allen anatoly anders andre andreas andrei andres andrew andriy angelo anthony antonio antony arnold arthur
augustus barack barry bashar ben benjamin bernard bernhard bill bob boris brad brandon brendan brian bruce bruno
carl carlos charles chris christian christopher chuck clarence claude clifford colin craig cristiano daniel dave
david denis dennis derek diego dimitri dirk dmitri dmitry dmytro donald douglas ed eddie edgar eduardo edward
edwin elijah elon emmanuel emil enrique eric erik ernest ethan eugene fernando francisco francois frank franklin
franz fred frederick friedrich gabriel gary gavin geoffrey george gerald gerard gerhard gilbert giovanni giuseppe
gordon graham greg gregory guillermo gustav guy hamid hans harold harry harvey hasan hassan hector heinrich
helmut henri henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jacob jacques
jaime jake james jamie jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joe
joel johan johann john johnny jonas jonathan jorge jose josef joseph joshua juan juergen julian julius justin karl
keith ken kenneth kevin khalid klaus konstantin kurt lars laurence lawrence leo leon leonard leonid lewis lloyd
louis lucas luigi luis luke mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus martin
marvin matt matteo matthew maurice max maxim michael michel miguel mike mikhail milan mitch mitt mohamed
mohammad mohammed muhammad mustafa mykola narendra nathan neil nelson nicholas nick nicolas nigel nikolai
nikita norman oleg oleksandr oliver olaf omar oscar osama otto pablo patrick paul pavel pedro pete peter petro
philip philippe phillip pierre rafael rahul raj ralph ramon ramzan raul ray raymond recep reginald ricardo richard
rick robert roberto rodrigo roger roland roman ronald ross roy rudolf rudy rupert russell ryan salman salvador
samuel scott sean sebastian sergei sergey sergio serhiy shane simon stanley stefan stephen steve steven stuart
sven taras ted terry theodore thomas tim timothy tobias todd tom tommy tony travis trevor valery vasily victor
vikram viktor vincent vitaly vladimir volodymyr walter warren wayne wilhelm will william willie winston wolfgang
xavier yasser yevgeny yitzhak yuri zachary`;
const WOMEN = `
abigail adele agnes alexandra alice alicia alison amanda amelia amy ana anastasia andrea angela angelina anita
ann anna anne annette annie antonia audrey barbara beatrice becky benazir bernadette beth bethany betty beverly
bonnie brenda bridget britney camilla carla carmen carol carolina caroline carolyn catherine cathy cecilia
charlotte cheryl chloe christina christine claire clara claudia condoleezza connie courtney cristina cynthia
daniela danielle deborah debra denise diana diane dolores donna dora doris dorothy edith eileen elaine eleanor
elena elisabeth elise elizabeth ella ellen elsa emily emma erica erika erin esther eva evelyn fatima fiona
florence frances gabriela gabrielle gail georgia geraldine gertrude gina giorgia giulia gloria grace greta
hannah heather helen helena hilary hillary ida indira ines ingrid irene irina isabel isabella ivana ivanka
jacqueline jane janet janice jeanette jeanne jennifer jessica jill joan joanna joanne josephine joyce juanita
judith judy julia juliana julie juliet kamala karen kate katherine kathleen kathryn kathy katie katrina kim
kristen kristin laura lauren leila lena leslie lillian linda lisa liz lois lorraine louise lucia lucy ludmila
lydia madeleine magdalena malala margaret margarita maria marianne marie marilyn marina marine marion marta
martha mary maureen megan melania melanie melissa meredith mia michelle mildred miriam molly monica nadia nancy
naomi natalia natalie natasha nicola nicole nina nora norma olena olga olivia oksana paige pamela patricia paula
pauline peggy penelope phyllis priscilla priya rachel rebecca regina renee rita roberta rosa rosalind rose
rosemary ruth sabrina sally samantha sandra sara sarah serena sharon sheila shirley silvia simone sofia sonia
sophia sophie stacey stella stephanie sue susan suzanne svetlana sylvia tamara tanya tatiana teresa thelma theresa
therese tina tracy ursula valentina valerie vanessa vera veronica victoria viktoria viola violet virginia vivian
wanda wendy whitney winnie yolanda yulia yvonne zara zoe`;

export type Gender = 'man' | 'woman';

const table = (names: string, gender: Gender): readonly (readonly [string, Gender])[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, gender]);

export const givenNames: ReadonlyMap<string, Gender> = new Map([
  ...table(MEN, 'man'),
  ...table(WOMEN, 'woman'),
]);
