import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  NoetherError,
  symmetryBasis,
  symmetryBasisFromJson,
  symmetryBasisToJson,
} from '../src/index.js';
import type { SymmetryBasisRecord } from '../src/index.js';

const value = {
  dimension: 2,
  generators: [Float64Array.from([0, -1 / 3, 1 / 3, 0]), Float64Array.from([1e-300, 0, 0, -0.1])],
  centre: Float64Array.from([0.1, -7]),
  provenance: { stage: 'symmetry-gan', seed: 3, versions: { noether: '0.1.0' } },
};

function refuses(action: () => unknown, argument: string, what: string): void {
  assert.throws(
    action,
    (error: unknown) =>
      error instanceof NoetherError && error.argument === argument && error.message.includes(what),
    `expected a NoetherError on ${argument} that says ${what}`,
  );
}

test('comes back from JSON text with every bit', () => {
  const basis = symmetryBasis(value);
  const text = JSON.stringify(symmetryBasisToJson(basis));
  const back = symmetryBasisFromJson(JSON.parse(text) as SymmetryBasisRecord);
  assert.equal(back, basis);
  assert.instance(back.generators[0], Float64Array);
  assert.ok(Object.isFrozen(back));
});

test('names the generator with a wrong shape or a number that is not finite', () => {
  const [first] = value.generators;
  const short = new Float64Array(3);
  refuses(
    () => symmetryBasis({ ...value, generators: [first, short] }),
    'generators[1]',
    '4 finite',
  );
  const broken = first.with(2, NaN);
  refuses(() => symmetryBasis({ ...value, generators: [broken] }), 'generators[0]', '4 finite');
});

test('wants a centre of the dimension', () => {
  refuses(() => symmetryBasis({ ...value, centre: new Float64Array(3) }), 'centre', '2 entries');
});

test('refuses records of another kind', () => {
  const other = { ...symmetryBasisToJson(symmetryBasis(value)), kind: 'forecast' };
  const record = other as unknown as SymmetryBasisRecord;
  refuses(() => symmetryBasisFromJson(record), 'kind', '"forecast"');
  const nothing = null as unknown as SymmetryBasisRecord;
  refuses(() => symmetryBasisFromJson(nothing), 'kind', 'expected "symmetry-basis"');
});

test('refuses entries of a record that are no numbers, with their place', () => {
  const { generators, ...others } = symmetryBasisToJson(symmetryBasis(value));
  const read = (changes: object) => () =>
    symmetryBasisFromJson({ ...others, generators, ...changes } as SymmetryBasisRecord);
  const broken = [...generators, [0, null, 1, 0]];
  const at = `generators[${generators.length}][1]`;
  refuses(read({ generators: broken }), at, 'null; it must be a finite number');
  refuses(read({ centre: [0, '1'] }), 'centre[1]', '"1"; it must be a finite number');
  refuses(read({ centre: undefined }), 'centre', 'undefined; it must be a list');
  refuses(read({ generators: [null] }), 'generators[0]', 'null; it must be a list');
});

test.run();
