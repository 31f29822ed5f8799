import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import {
  concat,
  fourierLibrary,
  functionLibrary,
  identityLibrary,
  type Library,
  polynomialLibrary,
  tensor,
} from '@noether/sindy';
import { compileColumns } from '../../src/terms/compile-columns.js';
import { compileTerms } from '../../src/terms/compile-terms.js';
import { functionTable } from '../../src/terms/function-table.js';

const test = suite('compileColumns');

const names = ['x', 'y', 'z'];
const polynomial = polynomialLibrary(names, 5);
const waves = fourierLibrary(names, 2);
const own = { name: 'cube', evaluate: (x: number) => x ** 3, derivative: (x: number) => 3 * x * x };
const libraries: Record<string, Library> = {
  polynomial,
  'polynomial without the constant': polynomialLibrary(names, 3, { constant: false }),
  'powers only': polynomialLibrary(names, 4, { interactions: false }),
  identity: identityLibrary(names),
  fourier: waves,
  'functions of two variables': functionLibrary(names, [
    { function: 'exp' },
    { function: own, weights: [1, -2], shift: 0.5 },
  ]),
  concat: concat(polynomial, waves),
  tensor: tensor(polynomialLibrary(names, 2), waves),
};

for (const [name, { terms, functions }] of Object.entries(libraries)) {
  test(`${name}: the bits of the terms row by row`, () => {
    const [count, stride, from] = [37, 64, 5];
    const states = randomStream(1).fillNormal(new Float64Array(3 * (count + from)));
    const table = functionTable(functions);
    const columns = new Float64Array(stride * terms.length);
    compileColumns(terms, 3, table, 40).evaluate(states, from, count, columns, stride);
    const rows = compileTerms(terms, 3, table);
    const expected = new Float64Array(terms.length);
    for (let row = 0; row < count; row++) {
      rows.evaluate(states, 3 * (from + row), expected, 0);
      for (let term = 0; term < terms.length; term++) {
        assert.is(columns[term * stride + row], expected[term], terms[term].name);
      }
    }
    assert.is(columns[count], 0);
  });
}

test.run();
