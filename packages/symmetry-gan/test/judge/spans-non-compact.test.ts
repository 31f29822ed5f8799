import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lorentz, sl, so, so3Plus1, similarity } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { spansNonCompact } from '../../src/judge/spans-non-compact.js';

const random = randomStream('algebras');

/** Each generator with a random share of all others, and with noise on each entry. */
function mixed(generators: readonly Float64Array[], noise = 0): Float64Array[] {
  return generators.map((own) => {
    const mixture = generators[0].map(() => noise * random.normal());
    for (const generator of generators) {
      const weight = (generator === own ? 1 : 0) + 0.2 * random.normal();
      generator.forEach((entry, at) => (mixture[at] += weight * entry));
    }
    return mixture;
  });
}

test('so(1,3) and sl(2) are not compact, however they are mixed, also with the noise of training', () => {
  for (let repeat = 0; repeat < 5; repeat++) {
    assert.ok(spansNonCompact(mixed(lorentz.generators, 0.003), 4));
    assert.ok(spansNonCompact(mixed(sl(2).generators), 2));
  }
});

test('rotations are compact, and similarities not semisimple', () => {
  assert.not(spansNonCompact(so(3).generators, 3));
  assert.not(spansNonCompact(so(4).generators, 4));
  assert.not(spansNonCompact(so3Plus1.generators, 4));
  const turnsAndScaling = similarity(3);
  assert.not(spansNonCompact(turnsAndScaling.generators, turnsAndScaling.size));
});

test('matrices by chance, too few, dependent ones and zeros span nothing of the kind', () => {
  const chance = [1, 2, 3, 4].map(() => random.fillNormal(new Float64Array(16)));
  assert.not(spansNonCompact(chance, 4));
  const [a, b, c, ...rest] = lorentz.generators;
  assert.not(spansNonCompact([a, b], 4));
  assert.not(spansNonCompact([a, b, c, a.map((entry, at) => entry + b[at]), ...rest], 4));
  assert.not(spansNonCompact([new Float64Array(16), ...rest], 4));
});

test.run();
