import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type EquationSystem, trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { equationDataOf } from '../../src/data/equation-data-of.js';
import { fitEquations } from '../../src/fit-equations.js';
import { fitWeakEquations } from '../../src/weak/fit-weak-equations.js';
import { lorenzFrom } from '../lorenz.js';
import { testContext } from '../test-context.js';

const names = ['x', 'y', 'z'];
const times = Float64Array.from({ length: 5000 }, (_, row) => row * 0.002);
const { states } = lorenzFrom([-8, 8, 27], times);
const spread = names.map((_, column) => {
  const own = states.filter((_value, at) => at % 3 === column);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
});

function hasSevenTerms(system: EquationSystem): boolean {
  const found = system.coefficients.map((row) =>
    system.terms
      .filter((_, column) => row[column] !== 0)
      .map((term) => term.name)
      .join(', '),
  );
  return found.join('; ') === 'x, y; x, y, x z; z, x y';
}

test("5 % noise: Lorenz's terms in at least 18 of 20 draws, differences far behind", () => {
  let weak = 0;
  let plain = 0;
  for (let seed = 0; seed < 20; seed++) {
    const random = randomStream(seed);
    const noisy = states.map((value, at) => value + 0.05 * spread[at % 3] * random.normal());
    const items = [{ times, states: noisy }];
    const units = ['', '', ''];
    const data = trajectories({ names, units, items, provenance: { stage: 'test' } });
    if (hasSevenTerms(fitWeakEquations(data, {}, testContext()))) weak++;
    if (hasSevenTerms(fitEquations(equationDataOf(data), {}, testContext()))) plain++;
  }
  assert.ok(weak >= 18, `${weak} of 20`);
  assert.ok(plain < weak - 10, `${plain} of 20 with differences`);
});

test('it warns when a threshold leaves nothing', () => {
  const items = [{ times, states }];
  const units = ['', '', ''];
  const data = trajectories({ names, units, items, provenance: { stage: 'test' } });
  const context = testContext();
  const system = fitWeakEquations(data, { threshold: 20 }, context);
  assert.equal(system.text()[2], 'dz/dt = 0');
  assert.match(
    context.warnings.join('\n'),
    /every term of dz\/dt fell below 20; the largest was \d/,
  );
});

test.run();
