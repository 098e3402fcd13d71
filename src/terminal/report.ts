import { type Coverage, coverageCurve, interval, operatingCoverage, refusalCurve } from './curves.ts';
import { type Judgement, type KindMeasure, type Measures, type Miss, trialOf } from './measures.ts';
import { coverageChart, percent, refusalChart, reliabilityChart } from './report-charts.ts';
import { type Html, html, nothing, style } from './report-html.ts';
import { STYLE } from './report-style.ts';

export interface Report {
  /** The question set's name. */
  readonly set: string;
  /** Articles that were asked. */
  readonly articles: number;
  /** ISO 8601. */
  readonly date: string;
  readonly judgements: readonly Judgement[];
  readonly measures: Measures;
  readonly misses: readonly Miss[];
}

/** A page that needs nothing but itself: no scripts, and its policy forbids it to load anything. */
export function reportPage(report: Report): string {
  const { set, measures, judgements } = report;
  const trials = judgements.map(trialOf);
  const bot = operatingCoverage(trials);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${set}: how well Verbatim answers</title>
${style(STYLE)}
</head>
<body>
<header>
<h1>How well Verbatim answers</h1>
<p class="soft">${subject(report)}</p>
</header>
<main>
${figures(measures)}
<h2>When to answer</h2>
<div class="charts">
${coverageFigure(trials, bot)}
${refusalFigure(trials, measures)}
${reliabilityFigure(measures)}
</div>
${kindTable(measures.kinds)}
${missList(report.misses)}
</main>
</body>
</html>
`.markup;
}

function subject({ set, articles, date, measures: { questions, answerable, unanswerable } }: Report): string {
  const asked = unanswerable === 0 ? '' : ` (${count(answerable)} answerable, ${count(unanswerable)} not)`;
  return `${set}: ${count(questions)} ${questions === 1 ? 'question' : 'questions'}${asked} over ${count(articles)} ${articles === 1 ? 'article' : 'articles'}, ${date}`;
}

const count = (number: number): string => number.toLocaleString('en');
const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const milliseconds = (value: number | null): string =>
  value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 1)} ms`;

function figures(measures: Measures): Html {
  const { p1, answerable } = measures;
  const [low, high] = interval(p1 ?? 0, answerable);
  const sure = p1 === null ? '' : ` 95 % interval ${decimal(low)} to ${decimal(high)}.`;
  const rows: readonly (readonly [name: string, value: string, note: string])[] = [
    ['P@1', decimal(p1), `Answerable questions answered right; silence counts as wrong.${sure}`],
    ['P@1 when it must answer', decimal(measures.p1MustAnswer), 'The best sentence is right, said or not.'],
    ['hit@3', decimal(measures.hit3), 'A right sentence is among the first three.'],
    ['MRR@10', decimal(measures.mrr10), 'Mean of 1 / rank of the first right sentence.'],
    ['False-abstain rate', decimal(measures.falseAbstain), 'Silent though the articles say.'],
    ['Unanswerable caught', decimal(measures.caught), 'Silent where the articles do not say.'],
    ['Caught at 5 %', decimal(measures.caughtAt5), 'The same if 5 % of the answerable were refused.'],
    ['AUROC, answerable', decimal(measures.auroc), 'Confidence tells answerable from not; 0.5 is chance.'],
    ['AUROC, right', decimal(measures.aurocRight), 'Confidence tells right from wrong.'],
    ['Surest 70 %', decimal(measures.surest70), 'Right among the surest of the answerable.'],
    [
      'Calibration error',
      decimal(measures.calibrationError),
      'How far confidence lies from the share right.',
    ],
    ['Median time', milliseconds(measures.medianMs), 'From question to answer.'],
    ['95th percentile', milliseconds(measures.p95Ms), 'One answer in twenty takes longer.'],
  ];
  return html`<dl class="figures">${rows.map(
    ([name, value, note], index) =>
      html`<div${index === 0 ? html` class="first"` : nothing}><dt>${name}</dt><dd><b>${value}</b><small>${note}</small></dd></div>
`,
  )}</dl>`;
}

/** Questions that the coverage curve begins with. */
const FEWEST = 10;

type Trials = Parameters<typeof coverageCurve>[0];

function coverageFigure(trials: Trials, bot: Coverage | null): Html {
  const answerable = trials.filter((trial) => trial.answerable);
  const both = answerable.length > 0 && answerable.length < trials.length;
  const curves = {
    all: coverageCurve(trials),
    answerable: both ? coverageCurve(answerable) : [],
    begin: Math.max(FEWEST / trials.length, 0.02),
  };
  const threshold =
    bot === null
      ? 'The bot answered nothing.'
      : `The bot answers from confidence ${decimal(bot.confidence)} up.`;
  return html`<figure><h3>Fewer answers, more of them right</h3>
${coverageChart(curves, bot)}
<figcaption>Questions in the order of confidence, surest first. ${threshold}${
    both ? ' To answer an unanswerable question is wrong.' : ''
  }</figcaption></figure>`;
}

function refusalFigure(trials: Trials, { falseAbstain, caught }: Measures): Html {
  const curve = refusalCurve(trials);
  if (curve.length === 0 || falseAbstain === null || caught === null) return nothing;
  return html`<figure><h3>“Not in the articles”</h3>
${refusalChart(curve, { x: falseAbstain, y: caught })}
<figcaption>Each threshold of confidence catches some unanswerable questions and refuses some answerable ones. The dotted line is chance.</figcaption></figure>`;
}

function reliabilityFigure({ calibration, calibrationError }: Measures): Html {
  return html`<figure><h3>Does confidence mean what it says?</h3>
${reliabilityChart(calibration)}
<figcaption>On the dotted line, of answers with confidence 70 % seven in ten are right. Lines show where the truth may lie, 19 times in 20; bars show how many questions. Error ${decimal(calibrationError)}.</figcaption></figure>`;
}

function kindTable(kinds: readonly KindMeasure[]): Html {
  if (kinds.length === 0) return nothing;
  return html`<h2>By kind of question</h2>
<table><thead><tr><th>kind</th><th class="number">questions</th><th class="number">right</th><th class="bar"></th></tr></thead>
<tbody>${kinds.map(
    ({ kind, questions, right }) =>
      html`<tr><td>${kind}</td><td class="number">${questions}</td><td class="number">${percent(right)}</td><td class="bar"><i style="width:${(right * 100).toFixed(1)}%"></i></td></tr>
`,
  )}</tbody></table>
<p class="soft">Right: answered as expected; where the articles do not say, not at all.</p>`;
}

function missList(misses: readonly Miss[]): Html {
  const groups: readonly (readonly [title: string, misses: readonly Miss[]])[] = [
    ['A wrong sentence', misses.filter(({ said, expected }) => said !== null && expected.length > 0)],
    ['Silent, though the articles say', misses.filter(({ said }) => said === null)],
    [
      'Answered, though the articles do not say',
      misses.filter(({ said, expected }) => said !== null && expected.length === 0),
    ],
  ];
  return html`<h2>${misses.length === 1 ? '1 miss' : `${count(misses.length)} misses`}</h2>
${groups.map(([title, some]) =>
  some.length === 0
    ? nothing
    : html`<details open><summary>${title}: ${count(some.length)}</summary>
<ol>${some.toSorted((a, b) => b.confidence - a.confidence).map(missItem)}</ol></details>
`,
)}<p class="soft">Surest first.</p>`;
}

function missItem(miss: Miss): Html {
  const { question, expected, said, best, rank, confidence, kind, article } = miss;
  const place = rank === null ? 'not in the evidence' : `number ${rank} of the evidence`;
  const notes = [
    `confidence ${decimal(confidence)}`,
    ...(expected.length === 0 ? [] : [`right one: ${place}`]),
    ...(kind === undefined ? [] : [kind]),
    ...(article === undefined ? [] : [article]),
  ];
  return html`<li><p class="question">${question}</p>
<dl class="said"><dt>said</dt><dd${said === null ? nothing : html` class="wrong"`}>${said ?? 'nothing'}</dd>${
    said === null && best !== null ? html`<dt>nearest</dt><dd>${best}</dd>` : nothing
  }<dt>expected</dt><dd class="expected">${expected.length === 0 ? 'nothing' : expected.join(' · or · ')}</dd></dl>
<small>${notes.join(' · ')}</small></li>
`;
}
