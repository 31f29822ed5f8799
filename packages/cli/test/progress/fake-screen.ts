import type { Screen } from '../../src/progress/progress-printer.js';
import { plainStyle } from '../../src/style.js';

/** A screen that keeps what is written to it, with a clock that stands still. */
export function fakeScreen(columns = 120): {
  screen: Screen;
  clock: { now: number };
  text(): string;
} {
  const clock = { now: 0 };
  let written = '';
  const screen: Screen = {
    write: (text) => {
      written += text;
    },
    now: () => clock.now,
    columns: () => columns,
    rows: () => 24,
    style: plainStyle,
  };
  return { screen, clock, text: () => written };
}
