import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { close } from '@noether/testkit';
import {
  choosesGenerators,
  tellsFactors,
  turnsAllPlanes,
  turnsBothBodies,
  turnsByParts,
} from '../../src/reproduce/generator-criteria.js';

const record = (generator: number[][]): RunRecord =>
  ({ symmetry: { generators: [generator] } }) as unknown as RunRecord;

/** Blocks of rates r₁, r₂ … on the diagonal. */
function turns(...rates: number[]): number[][] {
  const size = 2 * rates.length;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j) => {
      if (Math.floor(i / 2) !== Math.floor(j / 2) || i === j) return 0;
      return (j > i ? 1 : -1) * rates[Math.floor(i / 2)];
    }),
  );
}

test('a number of generators is chosen when it holds, not when it is a way out', () => {
  const three = choosesGenerators(3);
  const grown = (generators: number, clear: boolean): RunRecord =>
    ({ generatorGrowth: { generators, clear } }) as unknown as RunRecord;
  assert.is(three.value(grown(3, true)), 3);
  assert.ok(three.holds(3, grown(3, true)));
  assert.not(three.holds(3, grown(3, false)));
  assert.not(three.holds(2, grown(2, true)));
  assert.is(three.value(record([])), null);
});

test('the rotation of all planes alike has cosine 1 at any rate, in both directions', () => {
  for (const rate of [1, -2.5]) {
    close(turnsAllPlanes.value(record(turns(rate, rate, rate, rate))) ?? 0, 1, { atol: 1e-15 });
  }
});

test('planes at rates of their own are told by the cosine', () => {
  const value = turnsAllPlanes.value(record(turns(1, 1, 1, 3))) ?? 0;
  close(value, 6 / Math.sqrt(12 * 4), { atol: 1e-15 });
  assert.not(turnsAllPlanes.holds(value, record([])));
  assert.is(turnsAllPlanes.value(record(turns(1, 1, 1, -3))), 0);
});

/** Turns body 1 by what it reads off body 2, and the other way round. */
const CROSSED = [
  [0, 0, 0, 0, 0, -1, 0, 0],
  [0, 0, 0, 0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, -1],
  [0, 0, 0, 0, 0, 0, 1, 0],
  [0, -1, 0, 0, 0, 0, 0, 0],
  [1, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, -1, 0, 0, 0, 0],
  [0, 0, 1, 0, 0, 0, 0, 0],
];

test('on opposite bodies only what a generator does to them counts', () => {
  close(turnsBothBodies.value(record(turns(2, 2, 2, 2))) ?? 0, 1, { atol: 1e-15 });
  close(turnsBothBodies.value(record(CROSSED)) ?? 0, 1, { atol: 1e-15 });
  close(turnsAllPlanes.value(record(CROSSED)) ?? 1, 0, { atol: 1e-15 });
  close(turnsBothBodies.value(record(turns(1, 1, -1, -1))) ?? 1, 0, { atol: 1e-15 });
});

test('sevenths of a turn about the third axis are told from other turns, and from none', () => {
  const about = (x: number, z: number): RunRecord =>
    record([
      [0, -z, 0],
      [z, 0, -x],
      [0, x, 0],
    ]);
  const sevenths = turnsByParts(7);
  for (const m of [1, 3, -2, 8]) {
    close(sevenths.value(about(0, (2 * Math.PI * m) / 7)) ?? 1, 0, { atol: 1e-14 });
  }
  const angle = (2 * Math.PI) / 7;
  const off = sevenths.value(about(0, angle + 0.05)) ?? 0;
  close(off, 2 * Math.sin(0.025) * Math.sqrt(2 / 3), { rtol: 1e-12 });
  for (const wrong of [about(0, 0), about(angle, 0), about(0, 2 * Math.PI)]) {
    assert.not(sevenths.holds(sevenths.value(wrong) ?? 0, wrong));
  }
});

test('planes may tell the factors in either order, but not both the same one', () => {
  const run = (correlations: number[][]): RunRecord =>
    ({ symmetry: { factors: { names: ['a', 'b'], correlations } } }) as unknown as RunRecord;
  assert.is(tellsFactors.value(run([[0.999, 0.1], [0, 0.995]])), 0.995); // prettier-ignore
  assert.is(tellsFactors.value(run([[0.1, 0.995], [0.999, 0]])), 0.995); // prettier-ignore
  assert.is(tellsFactors.value(run([[1, 0], [1, 0]])), 0); // prettier-ignore
  assert.is(tellsFactors.value({ symmetry: {} } as unknown as RunRecord), null);
});

test('a run without a generator has no value', () => {
  const none = { symmetry: { generators: [] } } as unknown as RunRecord;
  assert.is(turnsAllPlanes.value(none), null);
  assert.is(turnsBothBodies.value(none), null);
});

test.run();
