import { readGenerator } from '../read-generator.js';
import { largestSize } from './best-match.js';
import type { Interpretation } from './interpretation.js';

/** The sentence of an interpretation, from everything else in it. */
export function sentenceFor(
  facts: Omit<Interpretation, 'sentence'>,
  generators: readonly Float64Array[],
): string {
  const spare =
    facts.superfluous > 0
      ? `; ${facts.superfluous} of ${generators.length} generators add nothing`
      : '';
  return body(facts) + spare;
}

function body(facts: Omit<Interpretation, 'sentence'>): string {
  const { name, closure, closest, dimension, size } = facts;
  if (dimension === 1) {
    const [generator] = facts.generators;
    const reading = readGenerator(generator, size);
    return name === null || reading.includes(name) ? reading : `${name}: ${reading}`;
  }
  if (name !== null && closest) {
    return `${name}, closure ${digits(closure.residual)}, entries explained to ${digits(closest.error)}`;
  }
  if (!closure.closed) {
    return `no known algebra: the brackets leave the span by ${digits(closure.residual)}`;
  }
  if (size > largestSize) return `closed to ${digits(closure.residual)}, ${kindOf(facts)}`;
  const near = closest
    ? `; closest is ${closest.name}, off by ${digits(closest.error)} an entry`
    : '';
  return `no known algebra: closed to ${digits(closure.residual)}, ${kindOf(facts)}${near}`;
}

function kindOf({ structure, dimension }: Omit<Interpretation, 'sentence'>): string {
  const { abelian, nilpotent, solvable, semisimple, signature } = structure;
  if (abelian) return `${dimension} commuting generators`;
  if (semisimple)
    return `semisimple of dimension ${dimension}, Killing signature (${signature.slice(0, 2).join(', ')})`;
  const property = nilpotent
    ? 'nilpotent'
    : solvable
      ? 'solvable'
      : 'neither solvable nor semisimple';
  return `${property}, derived series ${structure.derivedSeries.join(' > ')}`;
}

function digits(value: number): string {
  if (value < 1e-12) return '0';
  return value < 0.01 ? value.toExponential(0) : value.toPrecision(2);
}
