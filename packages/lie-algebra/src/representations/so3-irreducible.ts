import { invalidArgument } from '@noether/contracts';
import { bracket } from '../bracket.js';
import { representation, type Representation } from './representation.js';

/**
 * The irreducible representation of SO(3) of integer spin l on R^(2l+1) for the basis Lx, Ly, Lz with
 * [Lx, Ly] = Lz and cyclic: skew-symmetric matrices in the real harmonics of order −l … l, that is,
 * −i J with the ladder operators ⟨m ± 1|J±|m⟩ = √(l(l+1) − m(m ± 1)) (Hall 2015, §4.6), taken to the
 * real combinations (|m⟩ ± (−1)ᵐ|−m⟩)/√2 for m > 0. Lx² + Ly² + Lz² = −l(l+1) I.
 * @throws NoetherError when l is no integer of at least 0
 */
export function so3Irreducible(l: number): Representation {
  if (!Number.isInteger(l) || l < 0) throw invalidArgument('l', l, 'give an integer of at least 0');
  const n = 2 * l + 1;
  const y = new Float64Array(n * n);
  const z = new Float64Array(n * n);
  const cosine = (m: number): number => l + m;
  const sine = (m: number): number => l - m;
  for (let m = 1; m <= l; m++) {
    const ladder = Math.sqrt(l * (l + 1) - m * (m - 1)) / (m === 1 ? Math.SQRT2 : 2);
    setSkew(z, n, sine(m), cosine(m), m);
    setSkew(y, n, cosine(m), cosine(m - 1), -ladder);
    if (m > 1) setSkew(y, n, sine(m), sine(m - 1), -ladder);
  }
  const x = bracket(y, z, n);
  return representation(`so(3), spin ${l}`, [x, y, z]);
}

function setSkew(
  matrix: Float64Array,
  n: number,
  row: number,
  column: number,
  value: number,
): void {
  matrix[row * n + column] = value;
  matrix[column * n + row] = -value;
}
