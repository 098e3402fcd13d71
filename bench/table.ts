/** Figures with a heading; the first column is words, the others are figures. */
export interface Table {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function tableText({ title, notes, columns, rows }: Table): string {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const set = (row: readonly string[]): string =>
    widths
      .map((width, at) => (at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [title, ...notes.map((note) => `  ${note}`), '', set(columns), ...rows.map(set)].join('\n');
}

/** 0.042, 4.21, 42.1, 421: three figures, as many as the timing is worth. */
export const threeFigures = (value: number): string =>
  value === 0 ? '0' : value.toFixed(Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.abs(value))))));

export const times = (value: number): string => `${value.toFixed(2)}×`;
