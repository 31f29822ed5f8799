import type { EquationRecord, Term } from '@noether/contracts';
import { latentVariables } from './latent-variables.js';

/**
 * Trained coefficients, terms × k, as first-order equations: dz/dt = Ξᵀ Θ(z), or for order 2
 * dz/dt = v and dv/dt = Ξᵀ Θ(z, v). Terms without coefficients are left out. The coefficients of
 * determination are zeros until `scoreSindy` has found them.
 */
export function latentEquations(
  terms: readonly Term[],
  coefficients: ArrayLike<number>,
  latentDimension: number,
  order: 1 | 2,
): EquationRecord {
  const variables = latentVariables(latentDimension, order);
  const trained = Array.from({ length: latentDimension }, (_, equation) =>
    terms.map((_term, index) => coefficients[index * latentDimension + equation]),
  );
  const all = order === 1 ? terms : [...terms, ...velocityTerms(variables, latentDimension)];
  const rows =
    order === 1
      ? trained
      : [
          ...trained.map((_, equation) => [
            ...terms.map(() => 0),
            ...trained.map((_row, index) => (index === equation ? 1 : 0)),
          ]),
          ...trained.map((row) => [...row, ...trained.map(() => 0)]),
        ];
  return compact(variables, all, rows);
}

/** The terms v1 … vk. */
function velocityTerms(variables: readonly string[], latentDimension: number): Term[] {
  return variables.slice(latentDimension).map((name, index) => ({
    name,
    latex: name,
    exponents: variables.map((_, at) => (at === latentDimension + index ? 1 : 0)),
  }));
}

/** Adds up what belongs to the same term and leaves out what is zero everywhere. */
function compact(
  variables: readonly string[],
  terms: readonly Term[],
  rows: readonly (readonly number[])[],
): EquationRecord {
  const kept = new Map<string, { readonly term: Term; readonly column: number[] }>();
  terms.forEach((term, index) => {
    const column = rows.map((row) => row[index]);
    if (column.every((value) => value === 0)) return;
    const known = kept.get(term.name);
    if (known) column.forEach((value, row) => (known.column[row] += value));
    else kept.set(term.name, { term, column });
  });
  const columns = [...kept.values()];
  return {
    kind: 'equation-system',
    variables,
    terms: columns.map(({ term }) => term),
    coefficients: rows.map((_, row) => columns.map(({ column }) => column[row])),
    r2: rows.map(() => 0),
    provenance: { stage: 'autoencoder' },
  };
}
