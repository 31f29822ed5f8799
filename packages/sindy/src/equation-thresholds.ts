import { invalidArgument } from '@noether/contracts';

/** One threshold for all equations, or by the name of the variable; 0.1 for those that are not named. */
export type EquationThresholds = number | Readonly<Record<string, number>>;

/** @throws NoetherError for a name that is no variable and a threshold that is not 0 or more */
export function equationThresholds(
  names: readonly string[],
  threshold: EquationThresholds = 0.1,
): number[] {
  if (typeof threshold !== 'number') {
    const unknown = Object.keys(threshold).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw invalidArgument('threshold', unknown, `the variables are ${names.join(', ')}`);
    }
  }
  return names.map((name) => {
    const own = typeof threshold === 'number' ? threshold : (threshold[name] ?? 0.1);
    if (own >= 0 && own < Infinity) return own;
    throw invalidArgument('threshold', own, 'give a number, 0 or more');
  });
}
