import { identity } from '@noether/numerics';
import {
  affineMap,
  commutesWith,
  linearPart,
  preserves,
  scalesForm,
  solutionsOf,
  supportedOn,
  tracelessWith,
  type MatrixEquation,
} from './matrix-equations.js';
import { sl2Irreducible } from '../representations/sl2-irreducible.js';
import { so3Irreducible } from '../representations/so3-irreducible.js';

/** A matrix algebra with a name, up to a change of coordinates. */
export interface KnownAlgebra {
  readonly name: string;
  /** Matrices are n × n. */
  readonly n: number;
  readonly generators: readonly Float64Array[];
}

/**
 * The algebras with a name of their own that act on Rⁿ and are no direct sum of smaller actions.
 * Each is the solution space of linear equations, or a short list of matrices.
 */
export function knownBlocks(n: number): KnownAlgebra[] {
  const blocks = [...linear(n), ...orthogonal(n), ...affine(n), ...complex(n), ...triangular(n)];
  if (n >= 4) {
    const spin = n % 2 === 1 ? `${(n - 1) / 2}` : `${n - 1}/2`;
    blocks.push(named(`sl(2), spin ${spin}`, n, sl2Irreducible(n).generators));
  }
  if (n === 5) blocks.push(named('so(3), spin 2', n, so3Irreducible(2).generators));
  return blocks;
}

function named(name: string, n: number, generators: readonly Float64Array[]): KnownAlgebra {
  return { name, n, generators };
}

function solved(name: string, n: number, ...equations: MatrixEquation[]): KnownAlgebra {
  return named(name, n, solutionsOf(n, equations));
}

function linear(n: number): KnownAlgebra[] {
  if (n === 1) return [named('scaling', 1, [identity(1)])];
  const uniform = named(`uniform scaling(${n})`, n, [identity(n)]);
  const special = solved(`sl(${n})`, n, tracelessWith(identity(n), n));
  const blocks = [uniform, special, solved(`gl(${n})`, n)];
  if (n % 2 === 0 && n > 2) {
    const form = complexStructure(n);
    blocks.push(
      solved(`sp(${n})`, n, preserves(form, n)),
      solved(`sp(${n}) + scaling`, n, scalesForm(form, n)),
    );
  }
  return blocks;
}

function orthogonal(n: number): KnownAlgebra[] {
  const blocks: KnownAlgebra[] = [];
  for (let p = 0; n > 1 && p <= n / 2; p++) {
    const name = p === 0 ? `so(${n})` : `so(${p},${n - p})`;
    const eta = signs(n, p);
    blocks.push(solved(name, n, preserves(eta, n)));
    // so(1,1) with scaling is scaling of two axes.
    if (n > 2 || p === 0) blocks.push(solved(`${name} + scaling`, n, scalesForm(eta, n)));
  }
  return blocks;
}

function affine(n: number): KnownAlgebra[] {
  const m = n - 1;
  if (m < 1) return [];
  const translations = solved(
    `translations(${m})`,
    n,
    supportedOn(n, (row, column) => column === m && row < m),
  );
  const blocks = [translations, solved(`affine(${m})`, n, affineMap(n))];
  if (m > 1) {
    const special = linearPart(tracelessWith(identity(m), m), n);
    blocks.push(solved(`special affine(${m})`, n, affineMap(n), special));
    const uniform: MatrixEquation = (x) => x.map((e, i) => e - (i % (m + 1) === 0 ? x[0] : 0));
    blocks.push(
      solved(`translations(${m}) + scaling`, n, affineMap(n), linearPart(uniform, m + 1)),
    );
    for (let p = 0; p <= m / 2; p++) {
      const eta = signs(m, p);
      const rigid = p === 0 ? `se(${m})` : `iso(${p},${m - p})`;
      blocks.push(solved(rigid, n, affineMap(n), linearPart(preserves(eta, m), n)));
      blocks.push(
        solved(
          p === 0 ? `similarity(${m})` : `${rigid} + scaling`,
          n,
          affineMap(n),
          linearPart(scalesForm(eta, m), n),
        ),
      );
    }
  }
  return m > 1 ? blocks.flatMap((block) => [block, dual(block)]) : blocks;
}

function dual({ name, n, generators }: KnownAlgebra): KnownAlgebra {
  const turned = generators.map((matrix) =>
    matrix.map((_, index) => -matrix[(index % n) * n + Math.floor(index / n)]),
  );
  return named(`${name}, dual action`, n, turned);
}

function complex(n: number): KnownAlgebra[] {
  if (n % 2 === 1 || n < 4) return [];
  const m = n / 2;
  const j = complexStructure(n);
  const linearOverC = commutesWith(j, n);
  const length = preserves(identity(n), n);
  const traces = [tracelessWith(identity(n), n), tracelessWith(j, n)];
  return [
    solved(`u(${m})`, n, linearOverC, length),
    solved(`su(${m})`, n, linearOverC, length, ...traces),
    solved(`gl(${m},C)`, n, linearOverC),
    solved(`sl(${m},C)`, n, linearOverC, ...traces),
    named(`complex scaling(${m})`, n, [identity(n), j]),
    named(`u(1), ${m} planes alike`, n, [j]),
  ];
}

function triangular(n: number): KnownAlgebra[] {
  if (n < 2) return [];
  const blocks: KnownAlgebra[] = [];
  if (n > 1)
    blocks.push(
      solved(
        `upper triangular(${n})`,
        n,
        supportedOn(n, (r, c) => r <= c),
      ),
    );
  if (n > 2) {
    const corner = (r: number, c: number): boolean => (r === 0 || c === n - 1) && r < c;
    blocks.push(
      solved(n === 3 ? 'heisenberg' : `heisenberg(${2 * n - 3})`, n, supportedOn(n, corner)),
    );
  }
  if (n > 3)
    blocks.push(
      solved(
        `strictly upper triangular(${n})`,
        n,
        supportedOn(n, (r, c) => r < c),
      ),
    );
  if (n === 2) blocks.push(named('shear + scaling', 2, [identity(2), Float64Array.of(0, 1, 0, 0)]));
  return blocks;
}

function signs(n: number, minus: number): Float64Array {
  return identity(n).map((entry, index) => (index < minus * n ? -entry : entry));
}

/** J with J² = −I: [[0, −I], [I, 0]]. */
function complexStructure(n: number): Float64Array {
  const j = new Float64Array(n * n);
  for (let i = 0; i < n / 2; i++) {
    j[i * n + i + n / 2] = -1;
    j[(i + n / 2) * n + i] = 1;
  }
  return j;
}
