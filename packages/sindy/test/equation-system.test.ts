import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { EquationRecord } from '@noether/contracts';
import { close } from '@noether/testkit';
import { equationSystem } from '../src/equation-system.js';

const record: EquationRecord = {
  kind: 'equation-system',
  variables: ['z1', 'z2'],
  terms: [
    { name: '1', latex: '1', exponents: [0, 0] },
    { name: 'z1', latex: 'z_{1}', exponents: [1, 0] },
    { name: 'z1^2 z2', latex: 'z_{1}^{2} z_{2}', exponents: [2, 1] },
  ],
  coefficients: [
    [-0.25, 0, 12.3456],
    [0, -2, 0.000012345],
  ],
  r2: [0.99, 0.98],
  provenance: { stage: 'equations', options: { degree: 3 } },
};

test('evaluate is the sum that is printed', () => {
  const velocity = new Float64Array(2);
  equationSystem(record).evaluate([3, 0.5], velocity);
  close(velocity, [-0.25 + 12.3456 * 4.5, -6 + 0.000012345 * 4.5], { rtol: 1e-14, atol: 1e-14 });
});

test('text and LaTeX have signs, significant digits and no zero terms', () => {
  const system = equationSystem(record);
  assert.equal(system.text(), [
    'dz1/dt = -0.250 + 12.3 z1^2 z2',
    'dz2/dt = -2.00 z1 + 0.0000123 z1^2 z2',
  ]);
  assert.equal(system.text(1)[0], 'dz1/dt = -0.3 + 1e+1 z1^2 z2');
  assert.equal(system.latex(2), [
    '\\dot{z}_{1} = -0.25 + 12\\,z_{1}^{2} z_{2}',
    '\\dot{z}_{2} = -2.0\\,z_{1} + 0.000012\\,z_{1}^{2} z_{2}',
  ]);
  assert.is(system.latex(1)[0], '\\dot{z}_{1} = -0.3 + 1 \\cdot 10^{1}\\,z_{1}^{2} z_{2}');
  assert.throws(() => system.text(0), /digits is 0; give a whole number/);
});

test('toJson and back, through a file, gives an equal system', () => {
  const text = JSON.stringify(equationSystem(record).toJson());
  const back = equationSystem(JSON.parse(text) as EquationRecord);
  assert.equal(back.toJson(), record);
});

test('a system cannot be changed, not through its source either', () => {
  const source = structuredClone(record) as { coefficients: number[][] } & EquationRecord;
  const system = equationSystem(source);
  source.coefficients[0][0] = 7;
  assert.is(system.coefficients[0][0], -0.25);
  assert.throws(() => ((system.coefficients as number[][])[0][0] = 7), /read only/);
  assert.throws(() => ((system.terms[1].exponents as number[])[0] = 7), /read only/);
});

test('a wrong record is named', () => {
  const wrong =
    (part: object): (() => unknown) =>
    () =>
      equationSystem({ ...record, ...part });
  assert.throws(wrong({ kind: 'forecast' }), /kind is "forecast"; expected "equation-system"/);
  assert.throws(
    wrong({ coefficients: [[1, 2, 3]] }),
    /coefficients is an array of 1 values; give one row/,
  );
  assert.throws(
    wrong({
      coefficients: [
        [1, 2, NaN],
        [1, 2, 3],
      ],
    }),
    /coefficients\[0\] .* 3 terms/,
  );
  assert.throws(wrong({ terms: undefined }), /terms is undefined; give an array/);
  assert.throws(wrong({ variables: ['', 'y'] }), /every name needs a letter/);
  assert.throws(wrong({ r2: [] }), /r2 is an array of 0 values/);
  const terms = [{ name: 'bad', latex: 'bad', exponents: [0.5, 0] }];
  assert.throws(wrong({ terms }), /exponents of the term bad .* whole power/);
});

test.run();
