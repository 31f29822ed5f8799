import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close, runReadmeExample } from '@noether/testkit';

const test = suite('README of lie-algebra');

test('the example prints what it says', async () => {
  const example = await runReadmeExample(new URL('../README.md', import.meta.url));
  const [cosh, sinh] = [Math.cosh(0.5), Math.sinh(0.5)];
  close(example['element'] as Float64Array, [cosh, sinh, sinh, cosh], { rtol: 1e-14 });
  assert.is(example['reading'], 'hyperbolic, so(1,1)');
  close(example['killing'] as Float64Array, [-2, 0, 0, 0, -2, 0, 0, 0, -2], { atol: 1e-14 });
});

test.run();
