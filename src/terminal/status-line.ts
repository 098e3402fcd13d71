import { printable } from './printable.ts';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What is being done, in one line that is written over and taken away. On anything but a terminal nothing is written. */
export function openStatusLine(screen: Screen) {
  let isShown = false;
  return {
    show(text: string): void {
      if (screen.isTTY !== true) return;
      screen.write(`\r\u001b[K${printable(text)}`);
      isShown = true;
    },
    clear(): void {
      if (isShown) screen.write('\r\u001b[K');
      isShown = false;
    },
  };
}
