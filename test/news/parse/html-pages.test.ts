import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/news/parse/html.ts';
import { mastheadOf, pageNamed, read, windows1252 } from './pages/read.ts';
import { complaintOf, shapeOf } from './shape.ts';

/*
 * Saved pages of twelve newspapers that do not exist, each built as some that do: every paragraph of the story and no
 * other, its headings, its masthead.
 */
describe("a newspaper's page", () => {
  it('reads one that says who wrote it in JSON-LD only', () => {
    const article = read(pageNamed('json-ld-only'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Harbour "closed for weeks" after ferry runs onto the breakwater',
      standfirst:
        'Divers say the hull of the Saint Elmo is torn along half its length; fishing boats cannot leave.',
      byline: 'Ada Quill and Bo Lund',
      publisher: 'The Amberley Courier',
      published: '2031-03-04T08:15:00+01:00',
      url: 'https://courier.example/news/2031/ferry-breakwater',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The harbour of Port Amberley will stay closed for weeks after a ferry with 212 people on board ran onto its breakwater in thick fog on Monday night, the harbour master said.',
        '“Nothing goes in and nothing goes out,” the harbour master, Ines Okafor, told reporters on the quay. “I have forty boats tied up here, and their crews have children to feed.”',
        'Nobody was badly hurt. Eleven passengers were treated for bruises at the town’s hospital, and two members of the crew for the cold.',
      ],
      [
        'What the divers saw',
        'Divers of the coast guard went down at first light. They found that the hull is torn along half its length, on the side that lies on the stones.',
        '“She won’t float by herself again,” said Tomas Reyes, who led them. “If we pull, she breaks; if we wait, she breaks later.”',
        'The owner, Blue Pennant Lines, said that it would wait for the spring tide of 21 March before it tried to move the ship.',
      ],
      [
        'Who pays',
        'Fishermen asked the county on Tuesday for 300,000 crowns for each week in which they cannot work. The county said that it would answer by Friday.',
        'Sign up for the relief fund, the mayor told them, and nobody will go hungry.',
        'Blue Pennant is insured for 40 million crowns, according to its latest report.',
      ],
    ]);
  });

  it('reads one that says so in Open Graph only', () => {
    const article = read(pageNamed('open-graph-only'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Goat elected mayor of Tern Island',
      byline: 'Mara Petty',
      publisher: 'The Sound Gazette',
      published: '2030-11-06T19:40:00+0000',
      url: 'https://gazette.example/island/goat-mayor',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The 31 people of Tern Island have chosen a goat for their mayor, by 19 votes to 12, in protest at a county that they say has forgotten them.',
        'The goat, Clementine, is nine years old and belongs to nobody.',
        '“We asked for a ferry twice a week, and they sent us a brochure,” said Hilde Brandt, 67, who keeps the island’s only shop. “Clementine at least has never promised anything.”',
        'County law does not say that a mayor must be a person, according to the county’s own lawyer, Per Sandoval. It says that a mayor must have lived in the place for five years, and be of good repute.',
        'A mayor shall be of good repute, and shall not have left the island for more than ninety days.',
        'County Code, section 12',
      ],
      [
        '“She has never left”',
        'Both are true of Clementine, Mr Sandoval told the council on Wednesday. “She has never left, and I could find nobody who speaks ill of her.”',
        'The goat received 19 votes.',
        'Her opponent, the former harbour clerk Otto Lindqvist, received 12.',
        'Nobody stayed at home.',
        'Mr Lindqvist said that he would not ask for the votes to be counted again. “I have seen them,” he said. “They are very clear.”',
        'The county has until 1 December to object.',
      ],
    ]);
  });

  it('reads an AMP page, with its linked data in a comment and a comma too many', () => {
    const article = read(pageNamed('amp'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Three villages share one doctor, and a bicycle',
      standfirst: 'The last practice in the fen is kept open by a woman of 71',
      byline: 'Edda Moor',
      publisher: 'Fenland Post',
      published: '2029-09-12T05:00:00Z',
      url: 'https://fenlandpost.example/health/one-doctor',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'Dr Wilhelmina Stroud sees her first patient at six in the morning and her last one when there are no more.',
        'She is 71. On most days she covers 40 kilometres on a bicycle that the parish council of Nether Reach bought her in 2011, when the bus was stopped.',
        '“I did mean to stop,” she said in her kitchen, which is also the waiting room. “But whom should I give the key to?”',
      ],
      [
        'Nobody applied',
        'The health board advertised the post four times in three years. Nobody applied, its chairman, Crispin Vale, told the Post.',
        '“People want a hospital round the corner and a theatre round the other,” he said. “We have a dyke.”',
      ],
      [
        'How many patients are there?',
        'There are 2,140 people in the three villages, and every fourth is over 75, the board’s figures show.',
        'In March Dr Stroud broke a wrist on the ice. For nine days the nearest doctor was in Great Holm, an hour away.',
        'The board now offers a house, a car and a bonus of 30,000 crowns. The bicycle, it says, may be returned.',
      ],
    ]);
  });

  it('reads a live blog, newest post first, a section for each', () => {
    const article = read(pageNamed('live-blog'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Storm Odette live: bridges shut as river rises',
      standfirst:
        'Follow the storm as it crosses the county, with our reporters in Weir, Holloway and Sedge.',
      byline: 'Ruth Adeyemi, Sol Park and Ida Frost',
      publisher: 'The Weir Times',
      published: '2031-01-19T06:02:00Z',
      url: 'https://weirtimes.example/live/storm-odette',
    });
    expect(shapeOf(article)).toEqual([
      [
        'Old Bridge shut to all traffic',
        'The river stands at 6.4 metres at the Old Bridge, the highest since 1984, the water board says. The bridge was shut to all traffic at two o’clock.',
        '“It is not the water that worries us, it is the trees in it,” said the county’s engineer, Farida Nasser.',
      ],
      [
        null,
        'Two hundred sheep have been brought from the meadows at Sedge to the football ground, Sol Park reports from there.',
        'The goalkeeper counted them in himself, and makes it 203.',
      ],
      [
        'Schools close at noon',
        'All schools in the county close at noon, the education office says. Buses will leave twenty minutes later.',
        'Parents need not come. We know who lives where, and we will wait with every child until somebody opens the door.',
        'The office’s telephone lines are overloaded, it adds.',
      ],
      [
        'Good morning',
        'Storm Odette made land at four in the morning, with gusts of 118 kilometres an hour at Cape Marrow.',
        'Nearly 9,000 houses in Holloway are without power, according to the grid company.',
      ],
    ]);
  });

  it('reads one laid out in tables that says nothing of itself', () => {
    const article = read(pageNamed('no-metadata'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Salt works find a second well under the church',
      byline: 'Gustav Ahlers and Nell Tarrant',
      published: '2027-03-14',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'BRINE -- Workers who were drilling for water under the church of St Odo have found salt instead, the works said on Sunday, and more of it than anybody has found here for two hundred years.',
        'The new well is 300 feet deep. It gives 40 tons of brine an hour, twice what the old one does, said the foreman, Anselm Roe.',
        '"It came up like a fountain," Mr. Roe said. "The vicar got the first of it."',
        'The vicar, Judith Hale, was not hurt. She said that she would hold services in the school for as long as her own church smells of the sea.',
        'Salt from Brine paid for the church when it was built in 1412, and it may have to pay for it again: the drilling has cracked the north wall from the window to the ground.',
      ],
      [
        'Who owns it?',
        'The works say that whoever drills owns what he finds. The diocese says that it never allowed anybody to drill for salt.',
        '"There is a paper," Ms. Hale said, "and on the paper it says water."',
        'A judge in Upper Brine will hear both sides on April 2.',
        'The price of salt fell by four percent on Monday.',
      ],
    ]);
  });

  it('reads one with advertisements, teasers and a pull quote in its text', () => {
    const article = read(pageNamed('nested-ads'), 'https://harrow.example/city/last-umbrella?from=front');
    expect(mastheadOf(article)).toEqual({
      headline: 'Library lends its last umbrella',
      standfirst: 'A scheme that began with six umbrellas ends with none.',
      byline: 'Priya Castellan',
      publisher: 'Harrow Daily',
      published: '2028-10-30T11:00:00Z',
      url: 'https://harrow.example/city/last-umbrella',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The city library of Harrow lent out its last umbrella on Monday, four years after it began to lend them and two weeks before the rains.',
        'Of 640 umbrellas, 9 came back. “It was an experiment in trust,” said the head librarian, Octavia Wren, “and we have learned what we wanted to know.”',
        'Borrowers were asked for nothing: no card, no deposit, not even a name.',
        'One umbrella was seen in Lisbon, another on a scarecrow at Mill Lane, where it still is.',
        'The nine that came back were all returned by the same man, who is 84 and does not wish to be named. He found them on trains, he said.',
        'The scheme cost 7,200 crowns. A single new roof light for the reading room costs 9,000, Ms. Wren said, “and nobody takes it home.”',
        'From November the library will lend sledges.',
      ],
    ]);
  });

  it('reads names that run from right to left', () => {
    const article = read(pageNamed('right-to-left'));
    expect(mastheadOf(article)).toEqual({
      headline: 'The baker who writes on bread',
      byline: 'ליאור בן־דוד',
      publisher: 'Levant Street Review',
      published: '2031-02-11',
      url: 'https://review.example/bread',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'Every loaf that leaves the oven of يوسف الحداد (Yusuf al-Haddad) carries a line of a poem, written with a goose feather and a little milk.',
        '“Bread is read by everyone,” said al-Haddad, who is known in the street as أبو خبز, the father of bread. “Books, only by those who can afford them.”',
        'His shop, מאפיית הרחוב, opened in 1998 and has closed for one day since.',
        'The lines are never repeated. By his own count he has written 61,000 of them, and he keeps no copy.',
        'Last winter a teacher, Shira Katz, began to photograph them before she ate them. Her pupils have put 400 into a book.',
      ],
      [
        'A line for a loaf',
        'The book is called Crumbs. It costs as much as a loaf, and is sold beside them.',
        '“He was angry for a week,” Katz said. “Then he asked for ten.”',
        'A second volume is planned for the autumn, if the wheat is good.',
      ],
    ]);
  });

  it('reads tables of figures row by row, and tables of boxes as boxes', () => {
    const article = read(pageNamed('tables'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Herring returns to the Amber bank',
      byline: 'Jonas Weld',
      publisher: 'Coast & County',
      published: '2031-06-01',
      url: 'https://coast.example/fish/herring-returns',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'Herring is back on the Amber bank. Boats landed 9,400 tonnes in the first five months of this year, the county’s fishery office said, more than in the ten years before together.',
        'CO2 in the water has not fallen, and nobody knows why the fish have come. “They did not send us a letter,” said Maja Lind, who leads the office.',
        'Harbour, Boats, Tonnes, 2030, Tonnes, 2031',
        'Port Amberley, 41, 210, 5,300',
        'Tern Island, 6, –, 1,100',
        'Sedge, 22, 95, 3,000 (estimate)',
        'The price has halved since March. A kilo cost 4 crowns at the auction in Sedge on Friday.',
        'Smokehouses have taken on people again. The one in Sedge, which was to be sold, now works through the night.',
        'Not everybody is glad. “When there is plenty, we get nothing for it, and when there is none, we get nothing either,” said the skipper of the Second Wife, Arne Holm.',
      ],
      [
        'What the office fears',
        'That boats from elsewhere follow the fish.',
        'That the fish leave as they came.',
        'A limit for the autumn will be set in August.',
        '1. Two laboratories are studying scales from the catch.',
      ],
    ]);
  });

  it('reads one with two megabytes of scripts', () => {
    const bulk = `<script>${'if (a < b) c("</p><p>Not a paragraph of the story, ever.</p>");\n'.repeat(4500)}</script><style>${'.a > b { c: "<p>" }\n'.repeat(3000)}</style>`;
    const page = pageNamed('heavy-scripts').replaceAll('<!-- scripts -->', bulk);
    expect(page.length).toBeGreaterThan(2_000_000);
    const article = read(page);
    expect(mastheadOf(article)).toEqual({
      headline: 'Moss grows on the stock exchange',
      byline: 'Hector Bly',
      publisher: 'The Ledger Line',
      published: '2032-02-29T07:00:00.000Z',
      url: 'https://ledger.example/moss',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'Moss has grown over the north face of the stock exchange, and the exchange, which has not been cleaned since trading moved to a cellar in Holm, says that it will let it.',
        '“It is the only thing here that still grows,” the chairman, Lucius Hand, told shareholders on Saturday.',
        'Botanists have counted eleven kinds. One of them, a feather moss, was last seen in the city in 1931.',
        'Shares in the exchange rose by two percent.',
        'The fire brigade has no objection, provided that the exits stay free.',
        'A sparrow has moved in above the clock.',
        '“We have not asked it for rent,” Mr Hand said.',
        'The exchange will decide about the south face in May.',
      ],
    ]);
  });

  it('reads one whose tags are a mess', () => {
    const article = read(pageNamed('broken'));
    expect(mastheadOf(article)).toEqual({
      headline: 'Clock tower runs backwards for a day',
      byline: 'Iris Vo',
      publisher: 'Dunmere Echo',
      published: '2029-04-01T12:00:00+00:00',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The clock on the tower of Dunmere ran backwards on Sunday, from six in the morning until the sexton stopped it with a broom at a quarter past nine the evening before.',
        'Nobody was late. Several people, among them the mayor, were early, the council said.',
        '“I have wound that clock for thirty years,” said the sexton, Walter Ng. “It has never once looked back.”',
        'A gear was put in the wrong way round when the works were cleaned, the clockmaker, Ottilie Brand, found. She had cleaned them herself on Saturday.',
        '“I should like to say that it was the apprentice,” she said, “but the apprentice is a cat.”',
        'AT&T Hill, from which the tower can be seen, was full of people by noon; 3 < 4, a boy shouted, and was told that today it was not.',
      ],
      [
        'Time given back',
        'By the council’s reckoning the town has gained 15 hours and 45 minutes. It has not decided what to do with them.',
        'Time that is given back belongs to the parish.',
        'So says a by-law of 1702, which the council will discuss on Tuesday, if Tuesday comes.',
        'The clock was right again on Monday at noon.',
      ],
    ]);
  });

  it('reads one that says UTF-8 and is Windows-1252', () => {
    const bytes = windows1252(pageNamed('encoding'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const article = parseHtml('page', { bytes, charset: 'UTF-8' });
    expect(mastheadOf(article)).toEqual({
      headline: 'Café keeps its “é”',
      byline: 'Zoë Marchand',
      publisher: 'Rue Street News',
      published: '2028-07-14',
    });
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The last café on Rue Street may keep the accent on its sign, the town’s council decided on Friday – by one vote.',
        'A rule of 1963 allows “plain letters” only. The owner, Noé Garçon, had been asked to pay €2,000 or to paint over it.',
        '“It isn’t a decoration,” Mr Garçon said. “Without it I’d be keeping a cafe, and nobody knows how to say that.”',
        'Councillor Bríd Müller had counted 14 other accents in the town… “Including the one in my own name,” she said.',
        'The council’s clerk, whose typewriter has none, wrote the minutes by hand.',
        'Mr Garçon has put the letter up for a toast: every coffee was ½ price on Saturday.',
        'The rule stays in force for everybody else – for now.',
        'A painter from Lower Street has asked how much an “ø” would cost.',
      ],
    ]);
  });

  it('is refused when it shows only the beginning of a story', () => {
    expect(complaintOf(() => read(pageNamed('paywall-stub'))).message).toMatch(
      /^expected a whole article; only its first \d\d words are readable without a subscription\. Save the whole article as \.md or \.txt/,
    );
  });
});
