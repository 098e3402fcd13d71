import { type Table, tableText } from './table.ts';

/** The benches, each a module whose `run` measures something. What they print is told, never asserted. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<Table> }>>> = {
  'cold-start': () => import('./cold-start.ts'),
  answers: () => import('./answers.ts'),
  engines: () => import('./engines.ts'),
  quotations: () => import('./quotations.ts'),
  discord: () => import('./discord.ts'),
  growing: () => import('./growing.ts'),
  adding: () => import('./adding.ts'),
};

const names = Object.keys(BENCHES);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  process.exit(2);
}

const tables: Table[] = [];
for (const name of wanted.length > 0 ? wanted : names) {
  const bench = await BENCHES[name]?.();
  if (bench !== undefined) tables.push(await bench.run());
}
console.log(tables.map(tableText).join('\n\n'));
