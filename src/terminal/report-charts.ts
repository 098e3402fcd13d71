import { type Bin, type Coverage, interval, type Refusal } from './curves.ts';
import { type Html, html, nothing } from './report-html.ts';

/*
 * Charts as inline SVG, in units that are pixels on a narrow phone. Both axes are shares; colours come from the
 * page's style sheet, so that light and dark need one drawing.
 */
const WIDTH = 360;
const HEIGHT = 280;
const PLOT = { left: 44, right: 338, top: 14, bottom: 236 } as const;

/** A place in shares, 0..1 on both axes. */
interface Point {
  readonly x: number;
  readonly y: number;
}

interface Axes {
  readonly label: string;
  readonly across: string;
  readonly up: string;
  /** Where the axis that goes up begins. */
  readonly from?: number;
}

const across = (x: number): number => round(PLOT.left + x * (PLOT.right - PLOT.left));
const up = (y: number, from = 0): number =>
  round(PLOT.bottom - ((y - from) / (1 - from)) * (PLOT.bottom - PLOT.top));
const round = (value: number): number => Math.round(value * 10) / 10;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

function chart({ label, across: xName, up: yName, from = 0 }: Axes, drawing: readonly Html[]): Html {
  const xs = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const ys = (
    from >= 0.5 ? [0, 1, 2, 3, 4, 5] : [0, 2, 4, 6, 8, 10].filter((tenth) => tenth / 10 >= from)
  ).map((step) => (from >= 0.5 ? from + (step * (1 - from)) / 5 : step / 10));
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${ys.map(
    (
      y,
    ) => html`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${up(y, from)}" y2="${up(y, from)}"/>
<text class="tick" text-anchor="end" x="${PLOT.left - 6}" y="${up(y, from) + 4}">${percent(y)}</text>`,
  )}${xs.map(
    (x) =>
      html`<text class="tick" text-anchor="middle" x="${across(x)}" y="${PLOT.bottom + 17}">${percent(x)}</text>`,
  )}<text class="axis" text-anchor="end" x="${PLOT.right}" y="${HEIGHT - 6}">${xName} →</text>
<text class="axis" x="${PLOT.left - 2}" y="${HEIGHT - 6}">↑ ${yName}</text>${drawing}</svg>`;
}

const line = (points: readonly Point[], kind: string, from = 0): Html =>
  html`<polyline class="${kind}" points="${points.map(({ x, y }) => `${across(x)},${up(y, from)}`).join(' ')}"/>`;

/** A ring around a place and words beside it: on the side with more room, below it unless the axis is near. */
function mark({ x, y }: Point, words: readonly string[], from = 0): Html {
  const end = x > 0.5;
  const lowest = PLOT.bottom - 6 - 15 * (words.length - 1);
  const first = Math.min(up(y, from) + 26, lowest);
  const aside = first === lowest ? 16 : 8;
  const textX = across(x) + (end ? -aside : aside);
  return html`<circle class="mark" cx="${across(x)}" cy="${up(y, from)}" r="5.5"/>${words.map(
    (word, index) =>
      html`<text class="marked" text-anchor="${end ? 'end' : 'start'}" x="${textX}" y="${first + 15 * index}">${word}</text>`,
  )}`;
}

/** More points than pixels make a page heavy and a line no finer. */
const MOST_POINTS = 300;

interface CoverageCurves {
  readonly all: readonly Coverage[];
  /** Empty where every question is. */
  readonly answerable: readonly Coverage[];
  /** The share answered at which the curves begin: of a handful of questions the share right says nothing. */
  readonly begin: number;
}

export function coverageChart({ all, answerable, begin }: CoverageCurves, bot: Coverage | null): Html {
  const drawn = (curve: readonly Coverage[]): readonly Point[] => {
    const points = thinned(curve.filter(({ answered }) => answered >= begin)).map(({ answered, right }) => ({
      x: answered,
      y: right,
    }));
    // Of questions that share a confidence any few are, on average, as good as all of them.
    return points
      .slice(0, 1)
      .map(({ y }) => ({ x: Math.min(1, begin), y }))
      .concat(points);
  };
  const [main, second] = [drawn(all), drawn(answerable)];
  const least = Math.min(...[...main, ...second].map(({ y }) => y), bot?.right ?? 1);
  const from = least >= 0.55 ? 0.5 : 0;
  return chart(
    { label: 'Share right by share answered', across: 'share answered', up: 'share right', from },
    [
      second.length === 0 ? nothing : line(second, 'second', from),
      line(main, 'curve', from),
      second.length === 0 ? nothing : nameOf(second, main, from),
      bot === null
        ? nothing
        : mark(
            { x: bot.answered, y: bot.right },
            ['the bot answers', `${percent(bot.answered)}, ${percent(bot.right)} right`],
            from,
          ),
    ],
  );
}

/** The second curve's name at its end: between the curves where they leave room, above it otherwise. */
function nameOf(second: readonly Point[], main: readonly Point[], from: number): Html {
  const own = up(second.at(-1)?.y ?? 1, from);
  const room = up(main.at(-1)?.y ?? 0, from) - own;
  const y = room > 34 ? own + 17 : own - 9;
  return html`<text class="named" text-anchor="end" x="${PLOT.right}" y="${y}">answerable only</text>`;
}

export function refusalChart(curve: readonly Refusal[], bot: Point): Html {
  const points = thinned(curve).map(({ falseRefusals, caught }) => ({ x: falseRefusals, y: caught }));
  return chart(
    {
      label: 'Unanswerable questions caught by answerable questions refused',
      across: 'false refusals',
      up: 'caught',
    },
    [
      line(
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        'chance',
      ),
      line(points, 'curve'),
      mark(bot, ['the bot refuses', `${percent(bot.x)}, catches ${percent(bot.y)}`]),
    ],
  );
}

/** Units that the tallest bar of the histogram under the diagram takes. */
const HISTOGRAM = 34;

export function reliabilityChart(bins: readonly Bin[]): Html {
  const fullest = Math.max(1, ...bins.map(({ questions }) => questions));
  return chart({ label: 'Share right by confidence', across: 'confidence', up: 'share right' }, [
    ...bins.map(({ from, to, questions }) => {
      const height = round((HISTOGRAM * questions) / fullest);
      return html`<rect class="many" x="${across(from) + 1}" width="${round(across(to) - across(from) - 2)}" y="${PLOT.bottom - height}" height="${height}"><title>${questions} questions</title></rect>`;
    }),
    line(
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      'chance',
    ),
    ...bins.map(({ questions, confidence, right }) => {
      if (confidence === null || right === null) return nothing;
      const [low, high] = interval(right, questions);
      const x = across(confidence);
      return html`<line class="whisker" x1="${x}" x2="${x}" y1="${up(low)}" y2="${up(high)}"/><circle class="dot" cx="${x}" cy="${up(right)}" r="4"><title>${percent(right)} of ${questions} right, confidence ${percent(confidence)}</title></circle>`;
    }),
  ]);
}

/** Evenly spaced, the last one always among them. */
function thinned<Each>(points: readonly Each[]): readonly Each[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  return points.filter((_point, index) => (points.length - 1 - index) % step === 0);
}
