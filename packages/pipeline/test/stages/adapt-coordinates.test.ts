import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis } from '@noether/contracts';
import { close } from '@noether/testkit';
import { adaptCoordinates } from '../../src/stages/adapt-coordinates.js';

const record = identityEncoder(2).toRecord();
const provenance = { stage: 'test' };

test('a sheared rotation about a centre becomes a rotation about the origin', () => {
  const generators = [Float64Array.of(-0.5, -3.5, 3.2, 0.5)];
  const centre = Float64Array.of(0.3, -0.7);
  const found = symmetryBasis({ dimension: 2, generators, centre, provenance });
  const { record: changed, basis } = adaptCoordinates(record, found);
  const [[a, b, c, d]] = basis.generators;
  close([a, d, b + c], [0, 0, 0], { atol: 1e-10 });
  close(b * c, 0.25 - 3.5 * 3.2, { atol: 1e-10 });
  assert.equal([...basis.centre], [0, 0]);
  close(changed.tensors['coordinates.centre'].data, centre);
});

test('a generator that preserves no definite form leaves the coordinates but for the centre', () => {
  const generators = [Float64Array.of(1, 0, 0, 2)];
  const centre = Float64Array.of(1, 2);
  const found = symmetryBasis({ dimension: 2, generators, centre, provenance });
  const { record: changed, basis } = adaptCoordinates(record, found);
  close(changed.tensors['coordinates.matrix'].data, [1, 0, 0, 1]);
  close(basis.generators[0], generators[0]);
});

test.run();
