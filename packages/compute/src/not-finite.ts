import { NoetherError } from '@noether/contracts';

/**
 * The error for a step that gave numbers which are not finite, or undefined when all are. `kind` is
 * put before each name: empty for metrics.
 */
export function notFinite(
  step: number,
  values: Readonly<Record<string, number>>,
  kind = '',
): NoetherError | undefined {
  const broken = Object.entries(values).filter(([, value]) => !Number.isFinite(value));
  if (broken.length === 0) return undefined;
  const listed = broken.slice(0, 5).map(([name, value]) => `${kind}${name} is ${value}`);
  const more = broken.length > 5 ? ` and ${broken.length - 5} more` : '';
  return new NoetherError(`Training stopped at step ${step}: ${listed.join(', ')}${more}.`, {
    code: 'not-finite',
    argument: broken[0][0],
    value: step,
    hint: 'Lower the learning rate, limit the gradient with clipNorm, or check the data for outliers.',
  });
}

/** The first entry that is not finite, or the last of all. */
export function firstNotFinite(values: Float32Array): number {
  return values.find((value) => !Number.isFinite(value)) ?? values[values.length - 1];
}
