import { invalidArgument } from '@noether/contracts';
import type { RandomStream } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { blockDiagonal, takeBlock } from '../block-diagonal.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import type { GroupDefinition } from '../group-definition.js';

/**
 * The direct product G₁ × G₂ × … of matrix groups, acting block by block: elements diag(g₁, g₂, …), the
 * generators of the first factor first. Compact or connected when all factors are.
 * @throws NoetherError for fewer than two factors or a product that is too large
 */
export function directProduct(...factors: readonly Group[]): Group {
  if (factors.length < 2) throw invalidArgument('factors', factors, 'give at least two groups');
  const size = sum(factors.map((factor) => factor.size));
  const name = factors.map((factor) => factor.name).join(' x ');
  checkExtent(name, sum(factors.map(({ dimension }) => dimension)), size);
  const zeros = factors.map((factor) => new Float64Array(factor.size ** 2));
  const blocks = (element: Float64Array): Float64Array[] =>
    factors.map((factor, index) =>
      takeBlock(
        element,
        size,
        sum(factors.slice(0, index).map((group) => group.size)),
        factor.size,
      ),
    );
  return defineGroup({
    name,
    generators: factors.flatMap(({ generators }, index) =>
      generators.map((generator) =>
        blockDiagonal(zeros.map((zero, other) => (other === index ? generator : zero))),
      ),
    ),
    ...flagsOf(factors),
    ...samplingOf(factors),
    exp: (coefficients) => {
      let from = 0;
      return blockDiagonal(
        factors.map(({ exp, dimension }) => exp(coefficients.subarray(from, (from += dimension)))),
      );
    },
    log: (element) =>
      Float64Array.from(
        blocks(element).flatMap((block, index) => Array.from(factors[index].log(block))),
      ),
    ...(factors.every(({ contains }) => contains) && {
      contains: (element: Float64Array, tolerance: number): boolean => {
        const parts = blocks(element);
        const rebuilt = blockDiagonal(parts);
        return (
          element.every((entry, index) => Math.abs(entry - rebuilt[index]) <= tolerance) &&
          parts.every((part, index) => factors[index].contains?.(part, tolerance))
        );
      },
    }),
  });
}

function flagsOf(factors: readonly Group[]): Pick<GroupDefinition, 'compact' | 'connected'> {
  const compact = all(factors.map((factor) => factor.compact));
  const connected = all(factors.map((factor) => factor.connected));
  return {
    ...(compact === undefined ? {} : { compact }),
    ...(connected === undefined ? {} : { connected }),
  };
}

function samplingOf(factors: readonly Group[]): Pick<GroupDefinition, 'haar' | 'form'> {
  const forms = factors.flatMap(({ form }) => (form ? [form] : []));
  const samplers = factors.flatMap(({ haar }) => (haar ? [haar] : []));
  return {
    ...(forms.length === factors.length && { form: blockDiagonal(forms) }),
    ...(samplers.length === factors.length && {
      haar: (random: RandomStream) => blockDiagonal(samplers.map((haar) => haar(random))),
    }),
  };
}

/** False when one is false, undefined when none is but one is not known. */
function all(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(false)) return false;
  return flags.includes(undefined) ? undefined : true;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
