import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { liveBoard } from '../../src/progress/live-board.js';
import { plainBoard } from '../../src/progress/plain-board.js';
import { fakeScreen } from './fake-screen.js';
import { step } from './training-step.js';

/** What a terminal shows in the end, heeding `\r`, cursor up and erase line. */
function shown(text: string): string[] {
  const lines = [''];
  let row = 0;
  for (const [piece] of text.matchAll(/\r|\n|\u001B\[2K|\u001B\[1A|[^\r\n\u001B]+/g)) {
    if (piece === '\n') row += 1;
    else if (piece === '\u001B[1A') row -= 1;
    else if (piece === '\u001B[2K') lines[row] = '';
    else if (piece !== '\r') lines[row] = (lines[row] ?? '') + piece;
    lines[row] ??= '';
  }
  return lines;
}

test('a terminal has one line for each run, and text above them', () => {
  const { screen, clock, text } = fakeScreen();
  const board = liveBoard(screen);
  const [first, second] = [board.open('seed 1'), board.open('seed 2')];
  first.observe(step(10));
  clock.now = 200;
  second.observe(step(20));
  assert.match(shown(text()).join('\n'), /^ {2}seed 1 .* 10 of .*\n {2}seed 2 .* 20 of [^\n]*$/);
  board.say('one row');
  second.observe({ kind: 'warning', stage: 'training', message: 'slow' });
  clock.now = 400;
  first.observe(step(500));
  first.close();
  assert.match(
    shown(text()).join('\n'),
    /^one row\n! seed 2 {2}slow\n {2}seed 2 .* 20 of [^\n]*\n*$/,
  );
  board.finish();
  assert.equal(shown(text()).join('\n').trim(), 'one row\n! seed 2  slow');
});

test('lines are drawn ten times a second at most, and no more than fit the screen', () => {
  const { screen, clock, text } = fakeScreen();
  const board = liveBoard({ ...screen, rows: () => 4 });
  const lines = [1, 2, 3, 4, 5, 6].map((seed) => board.open(`seed ${seed}`));
  for (let done = 1; done <= 900; done++) {
    clock.now = done;
    for (const line of lines) line.observe(step(done));
  }
  assert.is(shown(text()).filter((line) => line.includes('seed')).length, 3);
  assert.ok(text().split('\r').length < 15);
});

test('in a file each line begins with its run, and many runs do not write more than one', () => {
  const count = (runs: number): number => {
    const { screen, clock, text } = fakeScreen();
    const board = plainBoard(screen);
    const lines = Array.from({ length: runs }, (_, at) => board.open(`seed ${at + 1}`));
    for (let second = 1; second <= 120; second++) {
      clock.now = 1000 * second;
      for (const line of lines) line.observe(step(second));
    }
    board.finish();
    const written = text().trim().split('\n');
    for (const line of written)
      assert.match(line, /^seed \d {2}training {2}\d+ %, \d+ of 1,000 steps/);
    return written.length;
  };
  assert.is(count(1), 11);
  assert.ok(count(4) <= 12);
});

test.run();
