import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { thinProgress } from '../../src/parallel/thin-progress.js';

const step = (stage: string, done: number): ProgressEvent => ({
  kind: 'progress',
  stage,
  done,
  total: 3,
  unit: 'step',
});
const note: ProgressEvent = { kind: 'note', stage: 'data', message: 'said' };

test('of quick steps the first and the last of each stage remain, and everything that is said', () => {
  const heard: ProgressEvent[] = [];
  const real = performance.now.bind(performance);
  let now = 0;
  performance.now = () => now;
  const observe = thinProgress((event) => heard.push(event));
  const sent = [1, 2, 3].flatMap((done) => [step('data', done), note]);
  for (const event of sent) observe(event);
  assert.equal(heard, [step('data', 1), note, note, step('data', 3), note]);
  heard.length = 0;
  observe(step('training', 1));
  now = 49;
  observe(step('training', 2));
  now = 50;
  observe(step('training', 2));
  performance.now = real;
  assert.equal(heard, [step('training', 1), step('training', 2)]);
});

test.run();
