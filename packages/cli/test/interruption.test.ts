import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { interruption } from '../src/interruption.js';

const test = suite('interruption');
const real = { now: performance.now.bind(performance), exit: process.exit.bind(process) };
let now = 0;
let exits: unknown[] = [];

test.before.each(() => {
  now = 5000;
  exits = [];
  performance.now = () => now;
  process.exit = ((code: unknown) => exits.push(code)) as never;
});

test.after.each(() => {
  performance.now = real.now;
  process.exit = real.exit;
});

test('one key press that arrives three times stops the work once', () => {
  let told = 0;
  const { signal, exitCode, release } = interruption(() => {
    told += 1;
  });
  for (const later of [0, 3, 900]) {
    now = 5000 + later;
    process.emit('SIGINT', 'SIGINT');
  }
  release();
  assert.ok(signal.aborted);
  assert.is(told, 1);
  assert.is(exitCode(), 130);
  assert.equal(exits, []);
});

test('a second key press ends the process at once', () => {
  const { release } = interruption(() => undefined);
  process.emit('SIGINT', 'SIGINT');
  now += 1000;
  process.emit('SIGINT', 'SIGINT');
  release();
  assert.equal(exits, [130]);
});

test('SIGTERM has its own exit code, and listeners do not stay behind', () => {
  const before = process.listenerCount('SIGTERM');
  const { exitCode, release } = interruption(() => undefined);
  process.emit('SIGTERM', 'SIGTERM');
  release();
  assert.is(exitCode(), 143);
  assert.is(process.listenerCount('SIGTERM'), before);
});

test.run();
