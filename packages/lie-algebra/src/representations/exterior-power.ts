import { representation, type Representation } from './representation.js';
import { checkDegree } from './symmetric-power.js';

/**
 * The action on antisymmetric tensors: on e_S = e_i₁ ∧ … ∧ e_i_k for the subsets S of k indices in
 * lexicographic order, dρ(A) e_S = Σ_m e_i₁ ∧ … ∧ A e_i_m ∧ … ∧ e_i_k. Size C(n, degree); the top power
 * is the trace.
 * @throws NoetherError when the degree is no integer of 1 … n
 */
export function exteriorPower(
  { name, size, generators }: Representation,
  degree: number,
): Representation {
  checkDegree(degree, size);
  const sets = subsets(size, degree, 0);
  const places = new Map(sets.map((set, place) => [set.join(), place]));
  const total = sets.length;
  return representation(
    `Λ^${degree}(${name})`,
    generators.map((matrix) => {
      const result = new Float64Array(total * total);
      sets.forEach((set, column) => {
        set.forEach((from, slot) => {
          for (let to = 0; to < size; to++) {
            if (to !== from && set.includes(to)) continue;
            const rest = set.filter((_, index) => index !== slot);
            const position = rest.filter((index) => index < to).length;
            const row = places.get([...rest, to].sort((a, b) => a - b).join()) ?? 0;
            const sign = (position - slot) % 2 === 0 ? 1 : -1;
            result[row * total + column] += sign * matrix[to * size + from];
          }
        });
      });
      return result;
    }),
  );
}

function subsets(size: number, degree: number, first: number): number[][] {
  if (degree === 0) return [[]];
  return Array.from({ length: Math.max(0, size - first) }, (_, k) => first + k).flatMap((index) =>
    subsets(size, degree - 1, index + 1).map((rest) => [index, ...rest]),
  );
}
