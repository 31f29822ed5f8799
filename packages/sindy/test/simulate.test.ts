import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { equationSystem } from '../src/equation-system.js';
import { polynomialLibrary } from '../src/library/polynomial.js';

/** Van der Pol's oscillator as an equation system. */
function vanDerPol(mu: number) {
  const { terms } = polynomialLibrary(['x', 'v'], 3);
  const row = (weights: Readonly<Record<string, number>>): number[] =>
    terms.map(({ name }) => weights[name] ?? 0);
  return equationSystem({
    kind: 'equation-system',
    variables: ['x', 'v'],
    terms,
    coefficients: [row({ v: 1 }), row({ x: -1, v: mu, 'x^2 v': -mu })],
    r2: [1, 1],
    provenance: { stage: 'equations' },
  });
}

test('every method gives the same path of an equation system', () => {
  const system = vanDerPol(1);
  const { states } = system.simulate([2, 0], [0, 1, 5], { method: 'dop853', relative: 1e-11 });
  for (const method of ['rk4', 'dopri5', 'radau'] as const) {
    const step = method === 'rk4' ? { step: 1e-3 } : {};
    const path = system.simulate([2, 0], [0, 1, 5], { method, relative: 1e-9, ...step });
    close(path.states, states, { atol: 1e-6 }, method);
  }
});

test('radau takes the Jacobian of the equations: a stiff model in few evaluations', () => {
  const path = vanDerPol(1000).simulate([2, 0], [0, 3000], { method: 'radau', relative: 1e-8 });
  assert.is(path.status, 'complete');
  close(path.states.slice(2), [-1.5106069, 0.00117838], { rtol: 1e-5 });
  assert.ok(path.evaluations < 31_000, `${path.evaluations} evaluations`);
});

test('events of a model', () => {
  const events = [{ value: ({ 1: v }: ArrayLike<number>) => v, direction: 'rising' as const }];
  const path = vanDerPol(1).simulate([2, 0], [0, 40], { events, relative: 1e-9 });
  const turns = path.events.map(({ time }) => time).slice(-2);
  close(turns[1] - turns[0], 6.6632868593, { atol: 1e-6 });
});

test.run();
