import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { combine, groupByName, vee, wedge } from '@noether/lie-algebra';
import { expm, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

interface Golden {
  cases: { name: string; A: number[][]; expA: number[][] }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../golden/expm.json', import.meta.url), 'utf8'),
);

const test = suite('closed forms');

const groupOf: Readonly<Record<string, string>> = {
  rot: 'so3',
  rot_axis: 'so3',
  near_pi: 'so3',
  small: 'so3',
  nilpotent: 'heisenberg',
  boost: 'lorentz',
  lorentz_mixed: 'lorentz',
  sl2: 'sl2',
};

for (const [name, groupName] of Object.entries(groupOf)) {
  test(`${groupName}: exponential and logarithm of the reference case ${name}`, () => {
    const found = golden.cases.find((each) => each.name === name);
    assert.ok(found, name);
    const group = groupByName(groupName);
    const [matrix, element] = [found.A, found.expA].map((rows) => Float64Array.from(rows.flat()));
    const coefficients = vee(group, matrix);
    close(wedge(group, coefficients), matrix, { atol: 1e-15 });
    close(group.exp(coefficients), element, { atol: 1e-13 });
    const back = wedge(group, group.log(element));
    close(back, matrix, { atol: name === 'near_pi' ? 1e-8 : 1e-10 });
  });
}

const rotations = { so2: [0, 1], so3: [0, 3], se2: [0, 1], se3: [0, 3], lorentz: [0, 3] };

test('turns by tiny angles, by π − 1e-6, π − 1e-9 and π about any axis come back', () => {
  for (const [name, [from, to]] of Object.entries(rotations)) {
    const group = groupByName(name);
    const random = randomStream(name);
    for (const angle of [1e-12, 1e-8, 1e-4, Math.PI - 1e-6, Math.PI - 1e-9, Math.PI]) {
      for (let trial = 0; trial < 20; trial++) {
        const axis = random.fillNormal(new Float64Array(group.dimension));
        const norm = Math.hypot(...axis.subarray(from, to));
        const w = axis.map((entry, index) =>
          index >= from && index < to ? (angle * entry) / norm : name === 'lorentz' ? 0 : entry,
        );
        const element = group.exp(w);
        close(element, expm(combine(group.generators, w), group.size), { atol: 1e-13 });
        const back = group.log(element);
        if (angle < Math.PI) close(back, w, { atol: 1e-8, rtol: 1e-8 });
        close(group.exp(back), element, { atol: 1e-13 });
      }
    }
  }
});

test('coefficients near the identity keep their relative accuracy', () => {
  for (const name of ['so2', 'so3', 'se2', 'se3', 'lorentz', 'heisenberg', 'torus2']) {
    const group = groupByName(name);
    const random = randomStream(name);
    for (const scale of [1e-60, 1e-12, 1e-8, 1e-5, 1e-3, 0.3]) {
      const w = random.fillNormal(new Float64Array(group.dimension)).map((x) => scale * x);
      close(group.log(group.exp(w)), w, { atol: 1e-13 * scale }, `${name} ${scale}`);
    }
  }
});

test('boosts and null rotations of the Lorentz group', () => {
  const lorentz = groupByName('lorentz');
  for (const rapidity of [0.5, 5, 12]) {
    const element = lorentz.exp(Float64Array.of(0, 0, 0, rapidity, 0, 0));
    close(element[0], Math.cosh(rapidity), { rtol: 1e-14 });
    close(lorentz.log(element), [0, 0, 0, rapidity, 0, 0], { atol: 1e-10 * rapidity });
  }
  const nullRotation = Float64Array.of(0, 0, 1, 1, 0, 0).map((entry) => 0.7 * entry);
  const parabolic = Float64Array.of(0, 0.7, 0, 0.7, 0, 0);
  for (const w of [nullRotation, parabolic]) {
    close(lorentz.exp(w), expm(combine(lorentz.generators, w), 4), { atol: 1e-14 });
    close(lorentz.log(lorentz.exp(w)), w, { atol: 1e-8 });
  }
});

test('what has no logarithm is refused', () => {
  assert.throws(() => groupByName('sl2').log(Float64Array.of(-2, 0, 0, -0.5)), /trace/);
  assert.throws(
    () => groupByName('gl2').log(Float64Array.of(-2, 0, 0, -0.5)),
    /matrix 0: \[-2, 0; 0, -0.5\] has no logarithm in gl2/,
  );
  assert.throws(() => groupByName('so3').log(new Float64Array(8)), /multiple of 9 values/);
});

test.run();
