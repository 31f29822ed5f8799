import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SymmetryScore } from '@noether/contracts';
import { confirmVerdict } from '../../src/score/confirm-verdict.js';

const found = { status: 'discovered', reason: 'a rotation' } as const;

function scores(relativeMse: number, ratio: number | null): Parameters<typeof confirmVerdict>[1] {
  const invariance =
    ratio === null ? null : { transformed: ratio, reconstructed: 0, shuffled: 1, ratio };
  return { relativeMse, symmetry: { invariance } as SymmetryScore };
}

test('a discovery that the data bear out stays', () => {
  assert.equal(confirmVerdict(found, scores(0.001, 0.2), null), found);
  assert.equal(confirmVerdict(found, scores(0.001, null), null), found);
});

test('a latent space that does not carry the data is no discovery', () => {
  const verdict = confirmVerdict(found, scores(0.4, 0.1), null);
  assert.is(verdict.status, 'rank-lost');
  assert.match(verdict.reason, '40 %');
  assert.is(confirmVerdict(found, scores(NaN, null), null).status, 'rank-lost');
});

test('an action that moves what is conserved is no discovery', () => {
  const verdict = confirmVerdict(found, scores(0.001, 2.36), null);
  assert.is(verdict.status, 'discriminator-won');
  assert.match(verdict.reason, '240 %');
});

test('an action that data held out do not bear out is no discovery', () => {
  const judged = (verdict: Parameters<typeof confirmVerdict>[2] & object): unknown => {
    const { status, reason } = confirmVerdict(found, scores(0.001, 0.2), verdict);
    assert.ok(status === 'discovered' || reason.endsWith(`not borne out: ${verdict.reason}`));
    return status;
  };
  const reason = 'Numbers.';
  assert.is(judged({ verdict: 'symmetry', reason }), 'discovered');
  assert.is(judged({ verdict: 'identity', reason }), 'collapsed');
  assert.is(judged({ verdict: 'no-symmetry', reason }), 'discriminator-won');
  assert.is(judged({ verdict: 'not-carried', reason }), 'rank-lost');
});

test('a failure keeps its name', () => {
  const lost = { status: 'collapsed', reason: 'nothing moves' } as const;
  assert.equal(confirmVerdict(lost, scores(0.4, 3), null), lost);
});

test.run();
