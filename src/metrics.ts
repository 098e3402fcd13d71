/** One interaction that came to its end. */
export interface InteractionFields {
  /** Such as `command`, `button`, `autocomplete`. */
  readonly kind: string;
  /** A command's name from our own definitions, never what a person typed. */
  readonly command: string;
  readonly outcome: string;
  /** From the arrival to Discord's acceptance of the acknowledgement; missing where none was accepted. */
  readonly acknowledgedMs?: number;
  /** From the arrival to the end of the answer. */
  readonly answeredMs: number;
}

/** What is counted while the bot runs. */
export interface Metrics {
  interaction(fields: InteractionFields): void;
  /** All of it in the format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** Asked each time the metrics are read. */
export interface Gauges {
  readonly articles: () => number;
  readonly connected: () => boolean;
  /** Interactions that are being answered. */
  readonly waiting: () => number;
}

/** For whoever asked for none. */
export const noMetrics: Metrics = {
  interaction() {},
  text: async () => ({ contentType: 'text/plain; charset=utf-8', body: '' }),
};

/** Seconds: from a suggestion out of memory to the last moment of an answer; 3 is Discord's for an acknowledgement. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15];

/** Each value of a label is kept for as long as the process runs. */
const MOST_VALUES = 50;

/** Counts in a registry of its own. Loads prom-client only when called: whoever asks for no metrics does not wait for it. */
export async function openMetrics({ articles, connected, waiting }: Gauges): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'verbatim_interactions_total',
    help: 'Interactions that came to their end.',
    labelNames: ['kind', 'command', 'outcome'],
    registers,
  });
  const duration = (name: string, help: string) =>
    new Histogram({ name, help, labelNames: ['kind'], buckets: BUCKETS, registers });
  const acknowledgement = duration('verbatim_acknowledgement_seconds', 'From arrival to acknowledgement.');
  const answer = duration('verbatim_answer_seconds', 'From arrival to the end of the answer.');
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('verbatim_articles', 'Articles that can be asked about.', articles);
  gauge('verbatim_connected', '1 while Discord is connected, otherwise 0.', () => Number(connected()));
  gauge('verbatim_interactions_waiting', 'Interactions that are being answered.', waiting);

  const kindOf = bounded();
  const commandOf = bounded();
  const outcomeOf = bounded();
  return {
    interaction(fields) {
      const kind = kindOf(fields.kind);
      interactions.inc({ kind, command: commandOf(fields.command), outcome: outcomeOf(fields.outcome) });
      if (fields.acknowledgedMs !== undefined)
        acknowledgement.observe({ kind }, seconds(fields.acknowledgedMs));
      answer.observe({ kind }, seconds(fields.answeredMs));
    },
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

/** The first values as they are, all further ones `other`. */
function bounded(): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.size < MOST_VALUES) known.add(value);
    return known.has(value) ? value : 'other';
  };
}

/** A clock that was set back must not make a negative duration. */
const seconds = (ms: number): number => Math.max(0, ms) / 1000;
