import { invalidArgument } from '@noether/contracts';
import { representation, type Representation } from './representation.js';

/**
 * The action on homogeneous polynomials of a degree, that is, symmetric tensors: on the monomials
 * e^α/√α! with |α| = degree, in the order of decreasing powers, dρ(A) is the derivation
 * Aᵢᵢ αᵢ on the diagonal and Aⱼᵢ √(αᵢ (αⱼ + 1)) from α to α − i + j, skew-symmetric when A is. Size
 * C(n + degree − 1, degree).
 * @throws NoetherError when the degree is no integer of at least 1
 */
export function symmetricPower(
  { name, size, generators }: Representation,
  degree: number,
): Representation {
  checkDegree(degree, Infinity);
  const powers = exponents(size, degree);
  const places = new Map(powers.map((alpha, place) => [alpha.join(), place]));
  const total = powers.length;
  return representation(
    `Sym^${degree}(${name})`,
    generators.map((matrix) => {
      const result = new Float64Array(total * total);
      powers.forEach((alpha, column) => {
        for (let i = 0; i < size; i++) {
          if (alpha[i] === 0) continue;
          for (let j = 0; j < size; j++) {
            const moved = [...alpha];
            moved[i] -= 1;
            moved[j] += 1;
            const row = places.get(moved.join()) ?? 0;
            const factor = i === j ? alpha[i] : Math.sqrt(alpha[i] * (alpha[j] + 1));
            result[row * total + column] += matrix[j * size + i] * factor;
          }
        }
      });
      return result;
    }),
  );
}

/** @throws NoetherError when the degree is no integer of 1 … largest */
export function checkDegree(degree: number, largest: number): void {
  if (!Number.isInteger(degree) || degree < 1 || degree > largest) {
    const range = largest === Infinity ? 'of at least 1' : `from 1 to ${largest}`;
    throw invalidArgument('degree', degree, `give an integer ${range}`);
  }
}

function exponents(variables: number, degree: number): number[][] {
  if (variables === 1) return [[degree]];
  return Array.from({ length: degree + 1 }, (_, used) => degree - used).flatMap((first) =>
    exponents(variables - 1, degree - first).map((rest) => [first, ...rest]),
  );
}
