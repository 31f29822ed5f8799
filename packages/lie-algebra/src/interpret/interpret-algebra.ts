import { invalidArgument } from '@noether/contracts';
import { inverse, symmetricEigen } from '@noether/numerics';
import { checkOrder } from '../check-order.js';
import { algebraStructure } from './algebra-structure.js';
import { bestMatch, type AlgebraMatch, type MatchSearch } from './best-match.js';
import { bracketTable, type BracketTable } from './bracket-table.js';
import { constantsWithErrors } from './constants-with-errors.js';
import { killingOf } from './fingerprint.js';
import { closureOf } from './closure-of.js';
import { foundSpan, type FoundSpan } from './found-span.js';
import type { Interpretation, InterpretationOptions } from './interpretation.js';
import { preservedForms } from './preserved-forms.js';
import { dot, projectOnSpan } from './orthonormal-span.js';
import { orbitOf } from './orbit.js';
import { principalAngles } from './principal-angles.js';
import { sentenceFor } from './sentence-for.js';
import { sparsestBasis } from './sparsest-basis.js';

/** Noise where the closure says nothing. */
const unknownNoise = 0.01;
/** Brackets that leave the span by more do so for another reason than noise. */
const openFrom = 0.3;
/** Below this, rounding is larger. */
const leastNoise = 1e-8;

/**
 * Says which Lie algebra a found basis spans, however it is mixed, scaled, conjugated or noisy: the
 * brackets tell how noisy it is, the known algebras of its dimension are fitted by a change of
 * coordinates, and the most special one that the noise allows is named. Algebras that are isomorphic
 * but act differently (so(3) on R³, su(2) on R⁴) have different names, because it is the action that
 * is compared.
 *
 * Pure and deterministic. The work grows with n and with the noise: 1 ms for n = 2, tens for n = 4,
 * seconds for a noisy basis of n = 6; without noise half a second for n = 6 and three at most for n = 8.
 * Beyond n = 8 no known algebra is tried, only the structure read.
 * @param generators row-major n × n matrices
 * @throws NoetherError for generators that are not n × n, not finite, or all 0, and for an option that
 *   is negative or not finite
 */
export function interpretAlgebra(
  generators: readonly Float64Array[],
  n: number,
  options: InterpretationOptions = {},
): Interpretation {
  for (const argument of ['noise', 'largestError'] as const) {
    const value = options[argument];
    if (value !== undefined && !(value >= 0 && value < Infinity)) {
      throw invalidArgument(argument, value, 'give a number of at least 0');
    }
  }
  checkOrder('n', n);
  const span = foundSpan(generators, n);
  const table = bracketTable(span.basis, n);
  const { residual, noise: measured } = closureOf(span, table);
  const noise = Math.max(options.noise ?? measured ?? unknownNoise, leastNoise);
  const largestError = options.largestError ?? 0.03;
  const closed = residual <= openFrom && (measured ?? 0) <= largestError;
  const limit = Math.min(largestError, noise * slack(span));
  const search = closed ? bestMatch(span, noise, limit) : { match: null, closest: null };
  const killingForm = killingOf(table.constants, span.c);
  const killing = symmetricEigen(killingForm, span.c).values;
  const facts: Omit<Interpretation, 'sentence'> = {
    kind: 'interpretation',
    size: n,
    dimension: span.c,
    superfluous: span.superfluous,
    name: search.match?.algebra.name ?? null,
    closure: { residual, closed },
    noise,
    closest: closestOf(search, span),
    generators: cleaned(search.match, span),
    structureConstants: constantsWithErrors(span, noise),
    structure: structureOf(search.match, span, table, noise),
    killing,
    margins: margins(table, killingForm, killing, span.c),
    metric: preservedForms(rows(span.matrices, n), n),
    sparsest: sparsestBasis(rows(span.matrices, n)),
  };
  return Object.freeze({ ...facts, sentence: sentenceFor(facts, generators) });
}

/**
 * The error at which a fit is no longer explained, in units of the noise. An estimate from few numbers
 * can be far too small by chance.
 */
function slack({ n, c }: FoundSpan): number {
  const numbers = ((c * (c - 1)) / 2) * (n * n - c);
  return numbers === 0 ? 3 : 6 * (1 + 6 / numbers);
}

function closestOf(
  { match, closest }: MatchSearch,
  { n, matrices }: FoundSpan,
): Interpretation['closest'] {
  const best = match ?? closest;
  if (!best) return null;
  return {
    name: best.algebra.name,
    error: best.error,
    angles: principalAngles(rows(matrices, n), rows(best.fit.span, n)),
    coordinates: inverse(best.fit.frame, n),
    basis: sparsestBasis(best.algebra.generators),
  };
}

function cleaned(match: AlgebraMatch | null, { n, matrices }: FoundSpan): Float64Array[] {
  return rows(match ? projectOnSpan(match.fit.span, matrices, n * n) : matrices, n);
}

function structureOf(
  match: AlgebraMatch | null,
  { n, c, amplification }: FoundSpan,
  table: BracketTable,
  noise: number,
): Interpretation['structure'] {
  if (!match) return algebraStructure(table.constants, c, 5 * noise * amplification * Math.sqrt(c));
  const { basis } = orbitOf(match.algebra);
  return algebraStructure(bracketTable(basis, n).constants, c, 1e-6);
}

function margins(
  { constants }: BracketTable,
  killingForm: Float64Array,
  killing: Float64Array,
  c: number,
): Interpretation['margins'] {
  const sizes = killing.map(Math.abs).sort();
  let solvable = 0;
  for (let ij = 0; ij < c * c; ij++) {
    for (let k = 0; k < c; k++) {
      const bracketed = constants.subarray(ij * c, (ij + 1) * c);
      solvable = Math.max(
        solvable,
        Math.abs(dot(bracketed, killingForm.subarray(k * c, k * c + c))),
      );
    }
  }
  return {
    abelian: Math.sqrt(dot(constants, constants)),
    nilpotent: sizes[c - 1],
    solvable,
    semisimple: sizes[c - 1] > 0 ? sizes[0] / sizes[c - 1] : 0,
  };
}

function rows(stacked: Float64Array, n: number): Float64Array[] {
  return Array.from({ length: stacked.length / (n * n) }, (_, i) =>
    stacked.slice(i * n * n, (i + 1) * n * n),
  );
}
