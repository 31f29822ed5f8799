import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { equationHtml } from '../../src/page/equation-html.js';

const test = suite('equationHtml');

test('derivatives get dots, indices go down, powers go up, minus signs are true', () => {
  assert.is(
    equationHtml('dz1/dt = -0.871 z2 + 1.2e-4 z1^2 z10'),
    '<i>z\u0307</i><sub>1</sub> = −0.871 <i>z</i><sub>2</sub> + 1.2 × 10<sup>−4</sup> ' +
      '<i>z</i><sub>1</sub><sup>2</sup> <i>z</i><sub>10</sub>',
  );
});

test('long names keep the fraction, functions stay upright', () => {
  assert.is(equationHtml('dtheta/dt = sin(theta)'), 'd<i>theta</i>/d<i>t</i> = sin(<i>theta</i>)');
});

test('markup in a name is escaped', () => {
  assert.not.match(equationHtml('d<script>1/dt = <img src=x> "a"'), /<(?!\/?(i|sub|sup)>)/);
});

test.run();
