import { formatNumber } from '../format-number.js';

type Values = Readonly<Record<string, number>>;

/** The losses of an epoch in a few short words: `mse 0.0021`, `G 0.82`, `D 0.55/0.68`. */
export function lossDetails(values: Values): string[] {
  const short = (name: string): string => formatNumber(values[name], 2);
  const details: string[] = [];
  if ('reconstruction' in values) details.push(`mse ${short('reconstruction')}`);
  if ('generator' in values) details.push(`G ${short('generator')}`);
  if ('discriminatorReal' in values && 'discriminatorFake' in values) {
    details.push(`D ${short('discriminatorReal')}/${short('discriminatorFake')}`);
  }
  if ('generatorNorm' in values) details.push(`|L| ${short('generatorNorm')}`);
  if (details.length > 0) return details;
  return Object.entries(values).map(([name, value]) => `${name} ${formatNumber(value, 2)}`);
}
