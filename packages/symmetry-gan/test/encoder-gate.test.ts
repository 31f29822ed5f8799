import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encoderGate } from '../src/encoder-gate.js';

const gates = (encoderRamp?: number): number[] =>
  [0, 0.25, 0.4999, 0.5, 0.5625, 0.625, 0.75, 1].map((progress) =>
    encoderGate({ encoderDelay: 0.5, ...(encoderRamp !== undefined && { encoderRamp }) }, progress),
  );

test('the encoder waits, then follows more and more until the ramp is over', () => {
  assert.equal(gates(0.25), [0, 0, 0, 0, 0.25, 0.5, 1, 1]);
});

test('without a ramp the encoder follows wholly once the delay is over', () => {
  assert.equal(gates(), [0, 0, 0, 1, 1, 1, 1, 1]);
  assert.equal(gates(0), gates());
});

test('a ramp that reaches beyond the end of training is cut there', () => {
  assert.equal(gates(1), [0, 0, 0, 0, 0.0625, 0.125, 0.25, 0.5]);
});

test.run();
