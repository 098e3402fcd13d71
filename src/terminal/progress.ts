/** Columns of the bar; one is drawn in eighths. */
const BAR = 24;
const EIGHTHS = ' ▏▎▍▌▋▊▉';

/** Milliseconds between two drawings. */
const PACE = 100;
/** An estimate from less than this is a guess. Milliseconds. */
const SETTLED = 1_000;

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** `▕██████      ▏ 25 %  14 of 56, about 9 s left`, cut to the columns that there are. */
export function progressLine({ done, total, elapsed }: Progress, columns = 80): string {
  const share = total === 0 ? 1 : done / total;
  const left =
    done === 0 || elapsed < SETTLED ? '' : `, about ${duration((elapsed / done) * (total - done))} left`;
  const figures = `${Math.floor(share * 100)} %  ${done.toLocaleString('en')} of ${total.toLocaleString('en')}${left}`;
  const line = `▕${bar(share)}▏ ${figures}`;
  return line.length < columns ? line : figures.slice(0, Math.max(0, columns - 1));
}

function bar(share: number): string {
  const eighths = Math.round(share * BAR * 8);
  const whole = Math.floor(eighths / 8);
  const rest = whole < BAR ? (EIGHTHS[eighths % 8] ?? '') : '';
  return `${'█'.repeat(whole)}${rest}`.padEnd(BAR);
}

/** "9 s", "2 min 5 s", "1 h 4 min". */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A line that is drawn over itself. On anything but a terminal nothing is drawn. */
export function openProgress(screen: Screen, now: () => number = () => performance.now()) {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(done: number, total: number): void {
      if (screen.isTTY !== true || now() - drawn < PACE) return;
      drawn = now();
      screen.write(`\r\u001b[K${progressLine({ done, total, elapsed: drawn - started }, screen.columns)}`);
    },
    clear(): void {
      if (screen.isTTY === true) screen.write('\r\u001b[K');
    },
  };
}
