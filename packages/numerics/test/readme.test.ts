import { suite } from 'uvu';
import { multiply } from '@noether/numerics';
import { close, runReadmeExample } from '@noether/testkit';

const test = suite('README of numerics');

test('the example integrates to where the exponential leads', async () => {
  const { rotation, start, oscillator } = await runReadmeExample(
    new URL('../README.md', import.meta.url),
  );
  const { states } = oscillator as { states: Float64Array };
  const expected = multiply(rotation as Float64Array, start as Float64Array, 2, 2, 1);
  close(states.slice(2), expected, { atol: 1e-7 });
});

test.run();
