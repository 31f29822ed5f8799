import { invalidArgument } from '@noether/contracts';

/** One threshold for all equations, or by the name of the variable; the default for those that are not named. */
export type EquationThresholds = number | Readonly<Record<string, number>>;

/** @throws NoetherError for a name that is no variable and a threshold that is not 0 or more */
export function equationThresholds(
  names: readonly string[],
  threshold: EquationThresholds | undefined,
  otherwise = 0.1,
): number[] {
  const named = typeof threshold === 'object' ? new Map(Object.entries(threshold)) : undefined;
  if (named) {
    const unknown = [...named.keys()].find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw invalidArgument('threshold', unknown, `the variables are ${names.join(', ')}`);
    }
  }
  return names.map((name) => {
    const own = (typeof threshold === 'number' ? threshold : named?.get(name)) ?? otherwise;
    if (own >= 0 && own < Infinity) return own;
    throw invalidArgument('threshold', own, 'give a number, 0 or more');
  });
}
