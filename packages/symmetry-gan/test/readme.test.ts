import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SymmetryBasis } from '@noether/contracts';
import { close, runReadmeExample } from '@noether/testkit';
import type { Judgement } from '@noether/symmetry-gan';

test('the example of the README runs and discovers the rotation', async () => {
  const example = await runReadmeExample(new URL('../README.md', import.meta.url));
  const basis = example.basis as SymmetryBasis;
  const { status, reason, realToImaginary } = example.judgement as Judgement;
  assert.is(status, 'discovered', reason);
  assert.ok(realToImaginary < 0.05);
  close(basis.centre, [3, -2], { atol: 0.2 });
});

test.run();
