import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { factorScore } from '../../src/score/factor-score.js';

const random = randomStream(5);
const PAIRS = Array.from({ length: 2000 }, () => [random.uniform(), random.uniform()]).map((pair) =>
  pair.map((share) => 2 * Math.PI * share),
);

/** States with the first factor backwards in plane 2 about (3, 1), and both factors added up in plane 1. */
const data = trajectories({
  names: ['z1', 'z2', 'z3', 'z4'],
  units: ['', '', '', ''],
  items: PAIRS.map(([a, b]) => ({
    times: Float64Array.of(0),
    states: Float64Array.of(
      Math.cos(a + b),
      Math.sin(a + b),
      3 + 0.5 * Math.cos(1 - a),
      1 + 0.5 * Math.sin(1 - a),
    ),
  })),
  provenance: { stage: 'test' },
});

test('a plane tells a factor whatever its direction and origin; a sum tells neither', async () => {
  const factors = { names: ['a', 'b'], values: Float64Array.from(PAIRS.flat()) };
  const centre = Float64Array.of(0, 0, 3, 1);
  const { names, correlations } = await factorScore(identityEncoder(4), centre, data, factors);
  assert.equal(names, ['a', 'b']);
  close(correlations[1][0], 1, { atol: 1e-12 });
  for (const none of [correlations[0][0], correlations[0][1], correlations[1][1]]) {
    assert.ok(none < 0.1, String(none));
  }
});

test.run();
