import { determinant, expm, randomStream, singularValues } from '@noether/numerics';
import { bracketTable } from './bracket-table.js';
import { couldBe } from './could-be.js';
import { fingerprint } from './fingerprint.js';
import { fitConjugation, type ConjugationFit } from './fit-conjugation.js';
import type { FoundSpan } from './found-span.js';
import { knownAlgebras } from './known-algebras.js';
import type { KnownAlgebra } from './known-blocks.js';
import { orbitOf, type Orbit } from './orbit.js';

/** A known algebra next to a found span. */
export interface AlgebraMatch {
  readonly algebra: KnownAlgebra;
  readonly fit: ConjugationFit;
  /** Root mean square error of an entry (of generators of norm 1) for the degrees of freedom left. */
  readonly error: number;
}

/** Larger matrices are not searched: the work grows with n⁶. */
export const largestSize = 8;

/** What was tried for a found span. */
export interface MatchSearch {
  /** The known algebra that explains the span, null when none does. */
  readonly match: AlgebraMatch | null;
  /** The tried one with the least error, null when none came into question. */
  readonly closest: AlgebraMatch | null;
}

/**
 * The known algebra whose best conjugate explains the found span with the least
 * cost/σ² + 3.5 d ln(c(n² − c)), d the number of parameters of its conjugates (Schwarz 1978: a more
 * special algebra is preferred until the noise σ cannot explain the misfit). It counts as a match when
 * its error per entry is at most `most`.
 */
export function bestMatch(span: FoundSpan, noise: number, most: number): MatchSearch {
  if (span.n > largestSize) return { match: null, closest: null };
  const found = fingerprint(span.basis, span.n, bracketTable(span.basis, span.n));
  const candidates = knownAlgebras(span.n, span.c)
    .map((algebra) => ({ algebra, orbit: orbitOf(algebra) }))
    .filter(({ orbit }) => couldBe(found, orbit.fingerprint, 3 * noise * span.amplification))
    .sort((a, b) => a.orbit.dimension - b.orbit.dimension);
  const tried: AlgebraMatch[] = [];
  for (const widening of [1, 3]) {
    // In small spaces the few more special algebras that were left out are worth a second look.
    if (span.n > 4 && tried.some(({ error }) => error <= most)) break;
    const spread = widening * noise * span.amplification;
    for (const { algebra, orbit } of candidates) {
      if (tried.some((other) => other.algebra === algebra)) continue;
      if (!couldBe(found, orbit.fingerprint, spread)) continue;
      if (isSettled(tried, span, noise, orbit.dimension)) break;
      tried.push(fitted(span, algebra, orbit, noise, widening === 1 && span.n < 5 ? 10 : 4));
    }
  }
  const [best] = bySchwarz(tried, span, noise);
  const closest = [...tried].sort((a, b) => a.error - b.error)[0] ?? null;
  return { match: best !== undefined && best.error <= most ? best : null, closest };
}

function bySchwarz(tried: readonly AlgebraMatch[], span: FoundSpan, noise: number): AlgebraMatch[] {
  const least = Math.max(noise, Math.min(...tried.map(({ error }) => error)));
  const score = ({ fit, algebra }: AlgebraMatch): number =>
    fit.cost / (least * least) +
    price(span) * orbitOf(algebra).dimension +
    strain(fit.frame, span.n);
  return [...tried].sort((a, b) => score(a) - score(b));
}

/** What an extreme frame costs: every algebra comes close to its contractions in the limit of such. */
function strain(frame: Float64Array, n: number): number {
  const stretches = singularValues(frame, n, n);
  return 2 * Math.log(Math.max(1, stretches[0] / stretches[n - 1] / 10));
}

/** Whether nothing with as many parameters could be better than the best so far. */
function isSettled(
  tried: readonly AlgebraMatch[],
  span: FoundSpan,
  noise: number,
  dimension: number,
): boolean {
  return tried.some(
    ({ fit, algebra }) =>
      fit.cost / (noise * noise) + price(span) * orbitOf(algebra).dimension <
      freedomOf(span, dimension) * 0.5 + price(span) * dimension,
  );
}

function price({ n, c }: FoundSpan): number {
  return 3.5 * Math.log(Math.max(Math.E, c * (n * n - c)));
}

function freedomOf({ n, c }: FoundSpan, dimension: number): number {
  return Math.max(1, c * (n * n - c) - dimension);
}

/** The best of several starts. */
function fitted(
  span: FoundSpan,
  algebra: KnownAlgebra,
  orbit: Orbit,
  noise: number,
  starts: number,
): AlgebraMatch {
  const { n } = span;
  const freedom = freedomOf(span, orbit.dimension);
  const enough = 1e-3 * freedom * noise * noise;
  let best: ConjugationFit | null = null;
  for (let trial = 0; trial < starts; trial++) {
    const fit = fitConjugation(span.matrices, orbit.basis, n, startFrame(n, trial), enough);
    if (!best || fit.cost < best.cost) best = fit;
    if (best.cost < 1.5 * freedom * noise * noise) break;
  }
  if (!best) throw new Error('unreachable');
  return { algebra, fit: best, error: Math.sqrt(best.cost / freedom) };
}

/** The same frames for everyone: the identity, then random ones of both orientations. */
function startFrame(n: number, trial: number): Float64Array {
  const random = randomStream('frames').split(`${n} ${trial}`);
  const frame = expm(
    random.fillNormal(new Float64Array(n * n)).map((entry) => (trial === 0 ? 0.01 : 0.8) * entry),
    n,
  );
  if (trial % 2 === 1) for (let index = 0; index < n; index++) frame[index] *= -1;
  const volume = Math.abs(determinant(frame, n)) ** (1 / n);
  return frame.map((entry) => entry / volume);
}
