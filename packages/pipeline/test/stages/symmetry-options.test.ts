import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { groupByName } from '@noether/lie-algebra';
import { blockMask } from '@noether/symmetry-gan';
import { symmetryOptions } from '../../src/stages/symmetry-options.js';
import { tiny, tinyConfig } from '../tiny.js';

const meant = (
  symmetry: object,
  dimension: number,
): ReturnType<typeof symmetryOptions>['representation'] =>
  symmetryOptions(tinyConfig({ symmetry: { ...tiny.symmetry, ...symmetry } }), dimension)
    .representation;

test('without a word, one generator on all coordinates', () => {
  assert.equal(meant({}, 3).blocks, [{ kind: 'learned', copies: 1, generators: 1, dimension: 3 }]);
});

test('a group by its name acts on all coordinates, as often as they hold its vectors', () => {
  const { generators } = groupByName('so2');
  const so2 = { kind: 'fixed', copies: 1, name: 'so2', dimension: 2, generators };
  assert.equal(meant({ group: 'so2' }, 2).blocks, [so2]);
  assert.equal(meant({ group: 'so2' }, 6).blocks, [{ ...so2, copies: 3 }]);
  assert.equal(meant({ group: 'so2', representation: '(2,1,2)' }, 2).blocks, [so2]);
  assert.is(meant({ group: 'so(1,3)' }, 4).dimension, 4);
});

test('a group whose vectors do not fill the latent space is refused, with the size to choose', () => {
  assert.throws(
    () => meant({ group: 'so3' }, 2),
    /^symmetry\.group is "so3"; it acts on 3 coordinates and there are 2; set autoencoder\.latentDimension=3/,
  );
});

test('parametrisations of learned blocks', () => {
  const formOf = (parametrisation: object, dimension: number): unknown => {
    const block = { kind: 'learned', generators: 2, dimension, parametrisation };
    const [found] = meant({ representation: [block] }, dimension).blocks;
    return found.kind === 'learned' && found.parametrisation;
  };
  assert.equal(formOf({ kind: 'skew' }, 3), { kind: 'skew' });
  assert.equal(formOf({ kind: 'integer', bound: 2 }, 3), { kind: 'integer', bound: 2 });
  const mask = [
    [0, 1],
    [1, 1],
  ];
  assert.equal(formOf({ kind: 'masked', mask }, 2), { kind: 'masked', mask });
  assert.equal(formOf({ kind: 'blocks', sizes: [4, 4] }, 8), {
    kind: 'masked',
    mask: blockMask([4, 4]),
  });
  assert.equal(formOf({ kind: 'span', group: 'lorentz' }, 4), {
    kind: 'span',
    basis: groupByName('lorentz').generators,
  });
  assert.throws(() => formOf({ kind: 'blocks', sizes: [2, 3] }, 4), /4 rows of 4 numbers/);
});

test.run();
