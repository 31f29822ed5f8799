import { fitLine, textPart } from './fit-line.js';
import { progressLine, stageName } from './progress-line.js';
import type { ProgressPrinter, Screen } from './progress-printer.js';
import { stageTracker, type RunningStage } from './stage-tracker.js';

/** Milliseconds between two drawings of the line. */
const FRAME = 100;
const ERASE = '\r\u001B[2K';

/** One line that is drawn again and again, for a terminal; each finished stage leaves a line behind. */
export function liveProgress(screen: Screen): ProgressPrinter {
  const { style } = screen;
  let drawn = -Infinity;
  const leave = (stage: RunningStage | null, now: number, mark = style.good('✔')): void => {
    screen.write(ERASE);
    drawn = -Infinity;
    if (!stage) return;
    const parts = [
      textPart(stageName(stage.stage), style.bold),
      textPart(stage.summary(now)),
      ...(stage.state?.details ?? []).map((detail) => textPart(detail, style.dim)),
    ];
    screen.write(`${mark} ${fitLine(parts, screen.columns() - 3)}\n`);
  };
  const tracker = stageTracker(undefined, leave);
  const draw = (): void => {
    const state = tracker.current()?.state;
    if (state) screen.write(`${ERASE}  ${progressLine(state, screen.columns() - 3, style)}`);
  };
  const say = (text: string): void => {
    screen.write(`${ERASE}${text}\n`);
    draw();
  };
  return {
    say,
    observe(event) {
      const now = screen.now();
      tracker.track(event, now);
      if (event.kind === 'note') say(`  ${style.dim(event.message)}`);
      if (event.kind === 'warning') say(`${style.warn('!')} ${event.message}`);
      if (event.kind === 'progress' && now - drawn < FRAME && event.done < event.total) return;
      drawn = now;
      draw();
    },
    finish(how) {
      leave(tracker.current(), screen.now(), how === 'done' ? undefined : style.warn('■'));
      tracker.end();
    },
  };
}
