import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  adjointOfAlgebra,
  casimir,
  closureResidual,
  killingForm,
  structureConstants,
} from '@noether/lie-algebra';
import { identity, singularValues, symmetricEigen } from '@noether/numerics';
import { close } from '@noether/testkit';

interface GoldenAlgebra {
  basis_real: number[][][];
  basis_imag: number[][][] | null;
  structure_constants_nonzero: [number, number, number, number][];
  killing: number[][];
  killing_eigenvalues: number[];
  signature: [number, number, number];
  semisimple: boolean;
  derived_dim: number;
  casimir_defining_rep?: { real: number[][] };
  casimir_adjoint_rep?: number[][];
}
const golden: { algebras: Record<string, GoldenAlgebra> } = JSON.parse(
  readFileSync(new URL('./golden/lie-algebras-invariants.json', import.meta.url), 'utf8'),
);

const test = suite('invariants of the reference algebras');

for (const [name, algebra] of Object.entries(golden.algebras)) {
  test(name, () => {
    const generators = algebra.basis_real.map((real, index) =>
      realMatrix(real, algebra.basis_imag?.[index]),
    );
    const n = Math.sqrt(generators[0].length);
    const c = generators.length;
    const exact = { atol: 1e-13 };
    const constants = structureConstants(generators, n);
    const expected = new Float64Array(c ** 3);
    for (const [i, j, k, value] of algebra.structure_constants_nonzero) {
      expected[(i * c + j) * c + k] = value;
    }
    close(constants, expected, exact);
    close(closureResidual(generators, n), 0, exact);
    const killing = killingForm(generators, n);
    close(killing, algebra.killing.flat(), exact);
    const { values } = symmetricEigen(killing, c);
    close(values, algebra.killing_eigenvalues, exact);
    const positive = values.filter((value) => value > 1e-9).length;
    const negative = values.filter((value) => value < -1e-9).length;
    assert.equal([positive, negative, c - positive - negative], algebra.signature);
    assert.is(positive + negative === c, algebra.semisimple);
    const derived = singularValues(constants, c * c, c).filter((value) => value > 1e-9).length;
    assert.is(derived, algebra.derived_dim);
    if (algebra.casimir_defining_rep) {
      const { real } = algebra.casimir_defining_rep;
      const wanted = realMatrix(real, algebra.basis_imag ? zerosLike(real) : undefined);
      close(casimir(generators, n), wanted, exact);
    }
    if (algebra.casimir_adjoint_rep) {
      const unit = identity(c);
      const adjoint = generators.map((_, i) =>
        adjointOfAlgebra(generators, unit.subarray(i * c, (i + 1) * c), n),
      );
      close(casimir(adjoint, c), algebra.casimir_adjoint_rep.flat(), exact);
    }
  });
}

test.run();

/** X + iY as [[X, −Y], [Y, X]], or X itself where there is no Y. */
function realMatrix(real: number[][], imaginary?: number[][]): Float64Array {
  if (!imaginary) return Float64Array.from(real.flat());
  const top = real.map((row, i) => [...row, ...imaginary[i].map((entry) => 0 - entry)]);
  const bottom = real.map((row, i) => [...imaginary[i], ...row]);
  return Float64Array.from([...top, ...bottom].flat());
}

function zerosLike(matrix: number[][]): number[][] {
  return matrix.map((row) => row.map(() => 0));
}
