import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Metrics, noMetrics, openMetrics } from '../src/metrics.ts';

const gauges = { articles: () => 12, connected: () => true, waiting: () => 3 };

/** The samples of an exposition, as `name{labels}` → value: https://prometheus.io/docs/instrumenting/exposition_formats/ */
async function samplesOf(metrics: Metrics): Promise<ReadonlyMap<string, number>> {
  const { body } = await metrics.text();
  expect(body.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  for (const line of body.trimEnd().split('\n')) {
    if (line.startsWith('# ') || line === '') continue;
    const [, name, labels = '', value] =
      /^([a-zA-Z_:][\w:]*)(\{(?:\w+="(?:[^"\\]|\\.)*",?)*\})? (\S+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a sample: ${line}`);
    samples.set(name + labels, Number(value));
  }
  return samples;
}

describe('metrics', () => {
  test('count interactions by kind, command and outcome', async () => {
    const metrics = await openMetrics(gauges);
    const asked = { kind: 'command', command: 'ask', outcome: 'answered', answeredMs: 40 };
    metrics.interaction(asked);
    metrics.interaction(asked);
    metrics.interaction({ ...asked, kind: 'button', outcome: 'fault' });
    const samples = await samplesOf(metrics);
    const of = (kind: string, outcome: string) =>
      samples.get(`verbatim_interactions_total{kind="${kind}",command="ask",outcome="${outcome}"}`);
    expect(of('command', 'answered')).toBe(2);
    expect(of('button', 'fault')).toBe(1);
    expect(of('button', 'answered')).toBeUndefined();
  });

  test('measure in seconds how long the acknowledgement and the answer took', async () => {
    const metrics = await openMetrics(gauges);
    const asked = { kind: 'command', command: 'ask', outcome: 'answered' };
    metrics.interaction({ ...asked, acknowledgedMs: 4, answeredMs: 2_500 });
    metrics.interaction({ ...asked, answeredMs: 20_000 });
    const samples = await samplesOf(metrics);
    const atMost = (name: string, seconds: string) =>
      samples.get(`${name}_bucket{le="${seconds}",kind="command"}`);
    expect(['0.0025', '0.005', '15'].map((le) => atMost('verbatim_acknowledgement_seconds', le))).toEqual([
      0, 1, 1,
    ]);
    expect(['0.001', '2', '3', '15', '+Inf'].map((le) => atMost('verbatim_answer_seconds', le))).toEqual([
      0, 0, 1, 1, 2,
    ]);
    expect(samples.get('verbatim_answer_seconds_sum{kind="command"}')).toBe(22.5);
    expect(samples.get('verbatim_acknowledgement_seconds_count{kind="command"}')).toBe(1);
  });

  test('take no harm from a clock that was set back', async () => {
    const metrics = await openMetrics(gauges);
    metrics.interaction({ kind: 'a', command: 'ask', outcome: 'b', acknowledgedMs: -5, answeredMs: -1 });
    expect((await samplesOf(metrics)).get('verbatim_answer_seconds_sum{kind="a"}')).toBe(0);
  });

  test('say how things stand when they are read', async () => {
    let connected = true;
    const metrics = await openMetrics({ ...gauges, connected: () => connected });
    const before = await samplesOf(metrics);
    expect(before.get('verbatim_articles')).toBe(12);
    expect(before.get('verbatim_interactions_waiting')).toBe(3);
    expect(before.get('verbatim_connected')).toBe(1);
    connected = false;
    expect((await samplesOf(metrics)).get('verbatim_connected')).toBe(0);
  });

  test('include those of the process, under the names that everybody uses', async () => {
    const samples = await samplesOf(await openMetrics(gauges));
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect([...samples.keys()]).toContain('nodejs_eventloop_lag_seconds');
  });

  test('of two bots in one process do not mix', async () => {
    const one = await openMetrics(gauges);
    const two = await openMetrics({ ...gauges, articles: () => 1 });
    one.interaction({ kind: 'a', command: 'b', outcome: 'c', answeredMs: 1 });
    expect([...(await samplesOf(two)).keys()].join()).not.toContain('verbatim_interactions_total{');
    expect((await samplesOf(one)).get('verbatim_articles')).toBe(12);
  });

  test('keep at most 50 values of a label apart, and lose no count', async () => {
    const metrics = await openMetrics(gauges);
    for (let i = 0; i < 200; i += 1) {
      metrics.interaction({ kind: `k${i}`, command: `c${i}`, outcome: `o${i}`, answeredMs: 1 });
    }
    metrics.interaction({ kind: 'k0', command: 'c0', outcome: 'o0', answeredMs: 1 });
    const samples = await samplesOf(metrics);
    const counted = [...samples].filter(([name]) => name.startsWith('verbatim_interactions_total{'));
    expect(counted).toHaveLength(51);
    expect(counted.reduce((sum, [, value]) => sum + value, 0)).toBe(201);
    expect(samples.get('verbatim_interactions_total{kind="k0",command="c0",outcome="o0"}')).toBe(2);
    expect(samples.get('verbatim_interactions_total{kind="other",command="other",outcome="other"}')).toBe(
      150,
    );
  });

  test('can be read whatever stands in a label', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (command) => {
        const metrics = await openMetrics(gauges);
        metrics.interaction({ kind: 'a', command, outcome: 'b', answeredMs: 1 });
        const counted = [...(await samplesOf(metrics))].filter(([name]) =>
          name.startsWith('verbatim_interactions'),
        );
        expect(counted.map(([, value]) => value)).toEqual([1, 3]);
      }),
      { numRuns: 20 },
    );
  });
});

test('no metrics are empty', async () => {
  noMetrics.interaction({ kind: 'a', command: 'b', outcome: 'c', answeredMs: 1 });
  expect((await noMetrics.text()).body).toBe('');
});
