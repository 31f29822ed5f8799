import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { systems } from '../src/systems.js';

type Golden = Record<string, { rows: number[]; states: number[][] }>;
const golden = JSON.parse(
  readFileSync(new URL('golden/orbits.json', import.meta.url), 'utf8'),
) as Golden;

for (const [name, { rows, states }] of Object.entries(golden)) {
  test(`${name}: the same orbit as SciPy's DOP853 at tolerance 1e-13`, () => {
    const { defaults, names } = systems[name];
    const found = systems[name].integrate(
      Float64Array.from(states[0]),
      defaults.step,
      defaults.steps,
    );
    assert.is(found.length, defaults.steps * names.length);
    rows.forEach((row, index) => {
      states[index].forEach((expected, column) => {
        const slip = Math.abs(found[row * names.length + column] - expected);
        assert.ok(slip < 1e-8, `row ${row}: off by ${slip}`);
      });
    });
  });
}

test.run();
