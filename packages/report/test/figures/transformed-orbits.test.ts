import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { drawFigure } from '../../src/draw-figure.js';
import { transformedOrbitsFigure } from '../../src/figures/transformed-orbits.js';
import { exampleInput } from '../example-input.js';
import { svgTexts } from '../svg-texts.js';

const test = suite('transformedOrbitsFigure');

test('one panel a parameter, with names and units of the variables', async () => {
  const data = { ...exampleInput.data, names: ['angle', 'speed'], units: ['rad', 'rad/s'] };
  const plan = transformedOrbitsFigure({ ...exampleInput, data });
  assert.ok(plan);
  const texts = svgTexts((await drawFigure(plan)).svg);
  const wanted = ['w = −1.5', 'w = −0.5', 'w = 0.5', 'w = 1.5', 'original', 'transformed'];
  for (const text of [...wanted, 'angle [rad]', 'speed [rad/s]']) {
    assert.ok(texts.includes(text), text);
  }
});

test('nothing transformed, or nothing finite, gives no figure', () => {
  const { data } = exampleInput;
  const plan = (transformed: typeof data.transformed): unknown =>
    transformedOrbitsFigure({ ...exampleInput, data: { ...data, transformed } });
  assert.is(plan([]), null);
  assert.is(plan([{ parameter: 1, states: [Float64Array.of(NaN, NaN)] }]), null);
});

test('one variable is drawn over the sample number', async () => {
  const states = [Float64Array.of(1, 2, 3)];
  const data = {
    names: ['x'],
    dimension: 1,
    original: states,
    transformed: [{ parameter: 1, states }],
  };
  const plan = transformedOrbitsFigure({ ...exampleInput, data });
  assert.ok(plan);
  const texts = svgTexts((await drawFigure(plan)).svg);
  assert.ok(texts.includes('sample') && texts.includes('x') && texts.includes('w = 1'));
});

test.run();
