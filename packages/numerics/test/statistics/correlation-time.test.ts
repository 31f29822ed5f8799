import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { correlationTime, randomStream } from '../../src/index.js';

test('an oscillation: a sixth of the period, with noise too', () => {
  const random = randomStream('correlation');
  for (const noise of [0, 0.2]) {
    const times = Float64Array.from({ length: 4000 }, (_, row) => 3 + 0.01 * row);
    const values = times.map((t) => Math.sin(2 * t) + 5 + noise * random.normal());
    const found = correlationTime(times, values, 1);
    assert.ok(Math.abs(found - Math.PI / 6) < 0.06, `${found}`);
  }
});

test('what does not move is left out; nothing that moves gives half of the recording', () => {
  const times = Float64Array.from({ length: 400 }, (_, row) => 0.1 * row);
  const both = Float64Array.from({ length: 800 }, (_, at) => (at % 2 ? 4 : Math.cos(at * 0.05)));
  const alone = both.filter((_, at) => at % 2 === 0);
  assert.is(correlationTime(times, both, 2), correlationTime(times, alone, 1));
  assert.is(correlationTime([0, 1, 2, 3], [5, 5, 5, 5], 1), 1.5);
});

test.run();
