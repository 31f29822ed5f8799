import type { ChartSpec } from '../figure.js';

/**
 * A logarithmic axis from power to power of ten around positive values, with at most six labels: 10⁻⁴, plain from
 * 0.01 to 100.
 */
export function logarithmicAxis(values: readonly number[]): {
  readonly scale: ChartSpec;
  readonly axis: ChartSpec;
} {
  const exponents = values.map(Math.log10).filter(Number.isFinite);
  const low = Math.floor(exponents.reduce((least, value) => Math.min(least, value), Infinity));
  const high = Math.ceil(exponents.reduce((most, value) => Math.max(most, value), -Infinity));
  const [first, last] = low < high ? [low, high] : [low - 1, high + 1];
  const every = Math.ceil((last - first) / 5);
  const ticks = Array.from(
    { length: Math.floor((last - first) / every) + 1 },
    (_, at) => first + at * every,
  );
  const labels = ticks.map((power) => `'${power}':'${powerOfTen(power)}'`);
  return {
    scale: { type: 'log', domain: [10 ** first, 10 ** last], nice: false },
    axis: {
      values: ticks.map((power) => 10 ** power),
      labelExpr: `{${labels.join()}}[round(log(datum.value)/LN10)]`,
    },
  };
}

function powerOfTen(power: number): string {
  if (Math.abs(power) <= 2) return String(Number((10 ** power).toPrecision(1)));
  const raised = Array.from(String(power), (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]);
  return `10${raised.join('')}`;
}
