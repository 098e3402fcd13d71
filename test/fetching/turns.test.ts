import { describe, expect, it } from 'vitest';
import { createTurns, Resting } from '../../src/fetching/turns.ts';

/** A clock that goes on only when somebody sleeps. */
function clock() {
  let time = 1_000_000;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => time,
    sleep: async (ms: number) => {
      sleeps.push(ms);
      time += ms;
    },
    passes: (ms: number) => {
      time += ms;
    },
  };
}

/** Work that is done when it is let. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const never = new AbortController().signal;

describe('the turns of one host', () => {
  it('come one after the other, in the order in which they were asked for', async () => {
    const turns = createTurns(4, 60_000, clock());
    const { begun, work, end } = works();
    const all = ['first', 'second', 'third'].map((name) => turns.take('a.example', 0, never, work(name)));
    await settled();
    expect(begun).toEqual(['first']);
    await end('first');
    expect(begun).toEqual(['first', 'second']);
    await end('second');
    await end('third');
    await Promise.all(all);
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('begin with a pause between them, less what the work took of it', async () => {
    const time = clock();
    const turns = createTurns(4, 60_000, time);
    await turns.take('a.example', 250, never, async () => time.passes(100));
    await turns.take('a.example', 5_000, never, async () => undefined);
    await turns.take('a.example', 250, never, async () => undefined);
    expect(time.sleeps).toEqual([150, 5_000]);
  });

  it('go on after one that failed', async () => {
    const turns = createTurns(4, 60_000, clock());
    const failed = turns.take('a.example', 0, never, () => Promise.reject(new Error('lost')));
    const next = turns.take('a.example', 0, never, async () => 'found');
    await expect(failed).rejects.toThrow('lost');
    await expect(next).resolves.toBe('found');
  });
});

describe('the turns of several hosts', () => {
  it('come at once, as many as there are places', async () => {
    const turns = createTurns(2, 60_000, clock());
    const { begun, work, end } = works();
    const all = ['a', 'b', 'c'].map((name) => turns.take(`${name}.example`, 0, never, work(name)));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    await end('c');
    await Promise.all(all);
  });

  it('know no pause between them', async () => {
    const time = clock();
    const turns = createTurns(4, 60_000, time);
    await turns.take('a.example', 250, never, async () => undefined);
    await turns.take('b.example', 250, never, async () => undefined);
    expect(time.sleeps).toEqual([]);
  });
});

describe('whoever gives up', () => {
  it('is let go at once, and what they wanted is never begun', async () => {
    const turns = createTurns(4, 60_000, clock());
    const { begun, work, end } = works();
    const patience = new AbortController();
    const first = turns.take('a.example', 0, never, work('first'));
    const second = turns.take('a.example', 0, patience.signal, work('second'));
    const third = turns.take('a.example', 0, never, work('third'));
    patience.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await end('first');
    await end('third');
    await Promise.all([first, third]);
    expect(begun).toEqual(['first', 'third']);
  });

  it('leaves their place to others', async () => {
    const turns = createTurns(1, 60_000, clock());
    const { begun, work, end } = works();
    const patience = new AbortController();
    const first = turns.take('a.example', 0, never, work('first'));
    const second = turns.take('b.example', 0, patience.signal, work('second'));
    const third = turns.take('c.example', 0, never, work('third'));
    await settled();
    patience.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    await end('first');
    await end('third');
    await Promise.all([first, third]);
    expect(begun).toEqual(['first', 'third']);
  });
});

describe('a host that wants to be left alone', () => {
  it('is waited for where that is not long', async () => {
    const time = clock();
    const turns = createTurns(2, 5_000, time);
    turns.rest('a.example', time.now() + 3_000);
    await turns.take('a.example', 0, never, async () => undefined);
    expect(time.sleeps).toEqual([3_000]);
  });

  it('is asked nothing where it is long, neither by those who wait already; others are', async () => {
    const time = clock();
    const turns = createTurns(2, 5_000, time);
    const { begun, work, end } = works();
    const first = turns.take('a.example', 0, never, work('first'));
    const second = turns.take('a.example', 0, never, work('second'));
    const refusal = expect(second).rejects.toThrow(Resting);
    await settled();
    turns.rest('a.example', time.now() + 60_000);
    await end('first');
    await first;
    await refusal;
    await expect(turns.take('a.example', 0, never, work('third'))).rejects.toMatchObject({
      until: time.now() + 60_000,
    });
    const other = turns.take('b.example', 0, never, work('other'));
    await settled();
    await end('other');
    await other;
    time.passes(60_000);
    const last = turns.take('a.example', 0, never, work('last'));
    await settled();
    await end('last');
    await last;
    expect(begun).toEqual(['first', 'other', 'last']);
  });
});
