import { progressLine } from './progress-line.js';
import type { BoardLine, ProgressBoard } from './progress-board.js';
import type { Screen } from './progress-printer.js';
import { stageTracker } from './stage-tracker.js';

/** Milliseconds between two drawings of the lines. */
const FRAME = 100;
const ERASE = '\u001B[2K';

interface Drawn {
  text(): string | null;
}

/** A line for each run, drawn again and again at the bottom of a terminal; notes go above. */
export function liveBoard(screen: Screen): ProgressBoard {
  const { style } = screen;
  const lines = new Set<Drawn>();
  let height = 0;
  let drawn = -Infinity;
  const erase = (): void => {
    screen.write(`\r${ERASE}${`\u001B[1A${ERASE}`.repeat(Math.max(0, height - 1))}`);
    height = 0;
  };
  const draw = (): void => {
    const texts = [...lines].flatMap((line) => line.text() ?? []);
    const shown = texts.slice(0, Math.max(1, screen.rows() - 1));
    erase();
    screen.write(shown.join('\n'));
    height = shown.length;
    drawn = screen.now();
  };
  const say = (text: string): void => {
    erase();
    screen.write(`${text}\n`);
    draw();
  };
  const open = (label: string): BoardLine => {
    const tracker = stageTracker(label, () => undefined);
    const line: Drawn = {
      text() {
        const state = tracker.current()?.state;
        return state ? `  ${progressLine(state, screen.columns() - 3, style)}` : null;
      },
    };
    lines.add(line);
    return {
      observe(event) {
        const now = screen.now();
        tracker.track(event, now);
        if (event.kind === 'note') say(`  ${label}  ${style.dim(event.message)}`);
        else if (event.kind === 'warning') say(`${style.warn('!')} ${label}  ${event.message}`);
        else if (now - drawn >= FRAME) draw();
      },
      close() {
        lines.delete(line);
        draw();
      },
    };
  };
  const finish = (): void => {
    lines.clear();
    erase();
  };
  return { open, say, finish };
}
