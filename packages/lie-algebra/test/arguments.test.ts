import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  adjoint,
  adjointOfAlgebra,
  bakerCampbellHausdorff,
  bracket,
  bracketCoordinates,
  casimir,
  closureResidual,
  combine,
  composeSeries,
  coordinates,
  defineGroup,
  describeGenerator,
  elementAdjoints,
  groupByName,
  interpretAlgebra,
  invariantForm,
  invertElements,
  killingForm,
  leftJacobian,
  leftJacobianInverse,
  linearFlow,
  orthogonalCoordinates,
  preservedForms,
  projectToGroup,
  representElement,
  definingRepresentation,
  sampleHaar,
  so,
  structureConstants,
} from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';

const test = suite('wrong arguments');

const { generators } = so(3);
const nan = (length: number): Float64Array => new Float64Array(length).fill(NaN);

test('functions of a basis name the generator that does not fit', () => {
  const all = { structureConstants, killingForm, casimir, closureResidual, invariantForm };
  for (const [name, of] of Object.entries({ ...all, orthogonalCoordinates, preservedForms })) {
    assert.throws(() => of(generators, 2), /generators\[0\] is .*9 values; give a 2 × 2/, name);
    assert.throws(() => of([], 3), /generators is .*at least one/, name);
    const mixed = [generators[0], new Float64Array(4)];
    assert.throws(() => of(mixed, 3), /generators\[1\] is .*4 values; give a 3 × 3/, name);
    const broken = [generators[0], nan(9)];
    assert.throws(() => of(broken, 3), /generators\[1\] holds NaN at index 0/, name);
  }
  assert.throws(() => combine([], new Float64Array(2)), /generators is .*at least one/);
  assert.throws(() => combine(generators, new Float64Array(4)), /coefficients is .*multiple of 3/);
  assert.throws(() => coordinates(generators, [new Float64Array(4)]), /matrices\[0\].*9 entries/);
  assert.throws(() => coordinates(generators, [nan(9)]), /matrices\[0\] holds NaN/);
  assert.throws(() => describeGenerator(generators[0], 2), /generators\[0\].*2 × 2/);
  assert.is(describeGenerator(Float64Array.of(0, 1e200, -1e200, 0), 2).reading, 'rotation, so(2)');
});

test('options and counts of an interpretation', () => {
  assert.throws(() => interpretAlgebra(generators, 3, { noise: NaN }), /noise is NaN/);
  assert.throws(() => interpretAlgebra(generators, 3, { largestError: -1 }), /largestError is -1/);
  assert.throws(
    () => interpretAlgebra([new Float64Array(0)], 0),
    /n is 0; give a positive integer/,
  );
});

test('elements that are singular or not finite, and coefficients that overflow', () => {
  const group = so(3);
  const singular = new Float64Array(18);
  singular.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const message = /elements, matrix 1: \[0, 0, 0; .*\] is singular, so it is no element of so3/;
  assert.throws(() => invertElements(group, singular), message);
  assert.throws(() => elementAdjoints(group, singular), message);
  assert.throws(() => invertElements(group, nan(9)), /elements holds NaN/);
  assert.throws(() => projectToGroup(group, nan(9)), /matrices holds NaN/);
  for (const [name, ...w] of [
    ['so3', 1e200, 0, 0],
    ['gl2', 1e3, 0, 0, 0],
    ['scaling2', 0, 1e3],
    ['lorentz', 0, 0, 0, 800, 0, 0],
    ['sl2', 800, 0, 0],
  ] as const) {
    const large = Float64Array.of(...w.map(() => 0), ...w);
    assert.throws(() => groupByName(name).exp(large), /coefficients, row 1: .*not finite/, name);
  }
  const rho = definingRepresentation(group);
  assert.throws(() => representElement(rho, new Float64Array(2)), /coefficients is .*give 3/);
  assert.throws(() => representElement(rho, nan(3)), /coefficients holds NaN/);
  const flow = (matrix: Float64Array, points: number[], times: number[]) => () =>
    linearFlow(matrix, 2, Float64Array.from(points), times);
  const turn = so(2).generators[0];
  assert.throws(flow(generators[0], [1, 2], [1]), /generators\[0\].*2 × 2/);
  assert.throws(flow(turn, [1, NaN], [1]), /points holds NaN/);
  assert.throws(flow(turn, [1, 2], [1, NaN]), /times holds NaN at index 1/);
});

test('matrices of another shape in brackets, series, adjoints and Jacobians', () => {
  const [a, b] = generators;
  const short = new Float64Array(4);
  assert.throws(() => bracket(a, short, 3), /^b is an array of 4 values; give a 3 × 3 matrix/);
  assert.throws(() => bakerCampbellHausdorff(short, b, 3, 2), /^a is .*give a 3 × 3/);
  assert.throws(() => bakerCampbellHausdorff(a, nan(9), 3, 2), /^b holds NaN/);
  assert.throws(() => composeSeries(so(3), nan(3), nan(3), 2), /^first holds NaN/);
  assert.throws(() => bracketCoordinates(so(3), new Float64Array(3), nan(3)), /^second holds NaN/);
  assert.throws(() => adjoint(generators, short, 3), /^element is .*give a 3 × 3/);
  assert.throws(() => adjoint(generators, nan(9), 3), /element holds NaN/);
  assert.throws(() => adjoint(generators, new Float64Array(9), 3), /element \[0, .*is singular/);
  assert.throws(() => adjoint(generators, short, 2), /generators\[0\].*2 × 2/);
  assert.throws(() => adjointOfAlgebra(generators, new Float64Array(6), 3), /coefficients.*give 3/);
  assert.throws(() => adjointOfAlgebra(generators, nan(3), 3), /coefficients holds NaN/);
  const group = so(3);
  assert.throws(() => leftJacobian(group, nan(3)), /coefficients holds NaN/);
  const large = Float64Array.of(0, 0, 0, 1e200, 0, 0);
  for (const jacobian of [leftJacobian, leftJacobianInverse]) {
    assert.throws(() => jacobian(group, large), /coefficients, row 1: .*exp is not finite/);
  }
});

test('a group that is too large for a table of its brackets', () => {
  const group = so(50);
  assert.throws(() => killingForm(group.generators, 50), /brackets of 1225 .*at most 32,000,000/);
});

test('definitions of a group', () => {
  const define = (definition: object) => () => defineGroup(definition as never);
  assert.throws(define({ name: 'x' }), /generators is undefined; give a list of matrices/);
  assert.throws(define({ name: 'x', generators: 'turn' }), /generators is "turn"/);
  assert.throws(define({ name: 'x', generators: [[[1]]], form: [[NaN]] }), /form holds NaN/);
  const short = defineGroup({
    name: 'x',
    generators: [so(2).generators[0]],
    haar: () => new Float64Array(1),
    project: () => new Float64Array(1),
  });
  assert.throws(() => sampleHaar(short, 1, randomStream(1)), /haar is .*must return the 2 × 2/);
  assert.throws(() => projectToGroup(short, new Float64Array(4)), /project is .*return the 2 × 2/);
  assert.throws(() => groupByName(undefined as never), /name is undefined; give the name/);
});

test.run();
