/** The benches, each a module whose `run` prints what it measured. `npm run build` comes first. */
const BENCHES = ['cold-start'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are ${BENCHES.join(', ')}.`);
  process.exit(2);
}

for (const name of wanted.length > 0 ? wanted : BENCHES) {
  console.log(`\n${name}`);
  const { run } = await import(`./${name}.mjs`);
  await run();
}
