import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import {
  type EventFunction,
  integrate,
  type IntegrationMethod,
  type VectorField,
} from '@noether/numerics';
import { grid, harmonic } from './golden-problems.js';

const test = suite('events');
const methods: readonly IntegrationMethod[] = ['rk4', 'dopri5', 'dop853', 'radau'];
const tight = { relative: 1e-11, absolute: 1e-11, step: 1e-3 };

/** x = cos t: zero at π/2 (falling), 3π/2 (rising), … */
const position = (own: Partial<EventFunction> = {}): EventFunction => ({
  value: ({ 0: x }) => x,
  ...own,
});

test('zeros with their direction, on the dense output', () => {
  for (const method of methods) {
    for (const [direction, expected] of [
      ['both', [0.5, 1.5, 2.5, 3.5]],
      ['falling', [0.5, 2.5]],
      ['rising', [1.5, 3.5]],
    ] as const) {
      const events = [position({ direction })];
      const result = integrate(harmonic, [1, 0], [0, 12], { ...tight, method, events });
      assert.is(result.status, 'complete');
      close(
        result.events.map(({ time }) => time),
        expected.map((half) => half * Math.PI),
        { atol: 1e-9 },
      );
      for (const { time, state } of result.events) close(state, result.at(time), { atol: 1e-12 });
    }
  }
});

test('a terminal event ends there, with the rows before', () => {
  for (const method of methods) {
    const events = [position({ terminal: true, direction: 'rising' })];
    const result = integrate(harmonic, [1, 0], grid(12, 13), { ...tight, method, events });
    assert.is(result.status, 'event');
    assert.match(result.reason, /Event 0 took place at t = 4\.712/);
    close(result.reached, 1.5 * Math.PI, { atol: 1e-9 });
    assert.is(result.states.length, 2 * 5);
    close(result.at(result.reached), [0, 1], { atol: 1e-9 });
    assert.throws(() => result.at(5), /known between 0 and 4\.71/);
  }
});

test('several functions in the order of their zeros; none after a terminal one', () => {
  const events: EventFunction[] = [
    { value: ({ 1: v }) => v + 0.5 },
    { value: ({ 0: x }) => x - 0.5, terminal: true },
    { value: ({ 0: x }) => x - 0.4 },
  ];
  const result = integrate(harmonic, [1, 0], [0, 12], { events, relative: 1e-3, absolute: 1e-3 });
  assert.equal(
    result.events.map(({ event }) => event),
    [0, 1],
  );
});

test('backwards, directions are seen along the way', () => {
  const events = [position({ direction: 'falling' })];
  const result = integrate(harmonic, [1, 0], [0, -6], { ...tight, events });
  close(
    result.events.map(({ time }) => time),
    [-Math.PI / 2],
    { atol: 1e-9 },
  );
});

test('to leave a section is no event; a function of the time alone is one', () => {
  const events: EventFunction[] = [{ value: ({ 1: v }) => v }, { value: (_, t) => t - 1.25 }];
  const result = integrate(harmonic, [1, 0], [0, 4], { ...tight, events });
  close(
    result.events.map(({ time }) => time),
    [1.25, Math.PI],
    { atol: 1e-9 },
  );
});

test('a ball that bounces, piece by piece, falls for √2 and then keeps 0.9 of its speed', () => {
  const fall: VectorField = ({ 1: v }, velocity) => {
    velocity[0] = v;
    velocity[1] = -1;
  };
  const ground: EventFunction = { value: ({ 0: h }) => h, direction: 'falling', terminal: true };
  let state = Float64Array.of(1, 0);
  let time = 0;
  const bounces: number[] = [];
  for (let bounce = 0; bounce < 3; bounce++) {
    const { reached, events } = integrate(fall, state, [time, time + 10], { events: [ground] });
    bounces.push(reached - time);
    time = reached;
    state = Float64Array.of(0, -0.9 * events[0].state[1]);
  }
  const first = Math.SQRT2;
  close(bounces, [first, 1.8 * first, 1.62 * first], { atol: 1e-7 });
});

test.run();
