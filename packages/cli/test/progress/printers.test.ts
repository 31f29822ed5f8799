import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { liveProgress } from '../../src/progress/live-progress.js';
import { plainProgress } from '../../src/progress/plain-progress.js';
import { fakeScreen } from './fake-screen.js';
import { step } from './training-step.js';

const epoch = (number: number): ProgressEvent => ({
  kind: 'metrics',
  stage: 'training',
  epoch: number,
  step: 100 * number,
  values: { reconstruction: 0.01 },
});

/** What a terminal shows in the end: `\r` and the erase sequence take the line back. */
function shown(text: string): string[] {
  return text.split('\n').map((line) => line.split('\r\u001B[2K').at(-1) ?? '');
}

test('piped output is one line an epoch and one at the end of a stage', () => {
  const { screen, clock, text } = fakeScreen();
  const printer = plainProgress(screen);
  printer.observe({ kind: 'note', stage: 'data', message: '3 trajectories' });
  for (let done = 1; done <= 1000; done++) {
    clock.now = 40 * done;
    if (done % 100 === 0) printer.observe(epoch(done / 100));
    printer.observe(step(done));
  }
  printer.finish('done');
  const lines = text().trim().split('\n');
  assert.is(lines[0], 'data        3 trajectories');
  assert.is(lines[1], 'data        0.04 s');
  assert.is(lines[2], 'training    10 %, 100 of 1,000 steps, 25/s, 36 s left, epoch 1, mse 0.010');
  assert.is(lines.length, 2 + 9 + 1);
  assert.is(lines.at(-1), 'training    1,000 steps in 40 s');
  assert.not.match(text(), /[\r\u001B]/);
});

test('quick epochs do not flood a file', () => {
  const { screen, clock, text } = fakeScreen();
  const printer = plainProgress(screen);
  for (let done = 1; done <= 1000; done++) {
    clock.now = 10 * done;
    printer.observe(epoch(done));
    printer.observe(step(done));
  }
  assert.is(text().trim().split('\n').length, 4);
});

test('a long silence between epochs is broken', () => {
  const { screen, clock, text } = fakeScreen();
  const printer = plainProgress(screen);
  for (let done = 1; done <= 30; done++) {
    clock.now = 1000 * done;
    printer.observe(step(done));
  }
  assert.is(text().trim().split('\n').length, 2);
});

test('a terminal keeps one line a stage, notes and warnings', () => {
  const { screen, clock, text } = fakeScreen();
  const printer = liveProgress(screen);
  printer.observe({ kind: 'progress', stage: 'data', done: 5, total: 5, unit: 'trajectory' });
  clock.now = 800;
  printer.observe(step(1));
  printer.observe({ kind: 'warning', stage: 'training', message: 'slow' });
  clock.now = 1800;
  printer.observe(step(500));
  assert.match(
    shown(text()).at(-1) ?? '',
    /^ {2}training .* 50 % .*500 of 1,000 steps {2}499\/s {2}1\.0 s left$/,
  );
  clock.now = 2800;
  printer.observe(step(1000));
  printer.finish('done');
  assert.equal(shown(text()), [
    '✔ data        5 trajectories in 0.80 s',
    '! slow',
    '✔ training    1,000 steps in 2.0 s',
    '',
  ]);
});

test('a terminal is drawn ten times a second at most', () => {
  const { screen, clock, text } = fakeScreen();
  const printer = liveProgress(screen);
  for (let done = 1; done <= 999; done++) {
    clock.now = done;
    printer.observe(step(done));
  }
  assert.ok(text().split('\r').length < 15);
});

test('a stopped stage is not marked as done', () => {
  const live = fakeScreen();
  const printer = liveProgress(live.screen);
  printer.observe(step(7));
  printer.finish('stopped');
  assert.equal(shown(live.text()), ['■ training    7 steps in 0.00 s', '']);
  const plain = fakeScreen();
  const lines = plainProgress(plain.screen);
  lines.observe(step(7));
  lines.finish('stopped');
  assert.is(plain.text(), 'training    stopped after 7 steps in 0.00 s\n');
});

test.run();
