import type { RunRecord } from '@noether/contracts';
import { formatNumber } from '../format-number.js';

const NAMES: Readonly<Record<string, string>> = { dmd: 'DMD', map: 'quadratic map' };

/** The part of a forecast that its two lines tell. */
export interface ForecastSummary {
  readonly times: ArrayLike<number>;
  readonly validTime: number;
  readonly baselines: Readonly<Record<string, Pick<RunRecord['forecast'], 'validTime'>>>;
}

/** How long a forecast is valid, and its baselines. */
export function forecastLines({ times, validTime, baselines }: ForecastSummary): string[] {
  const others = Object.entries(baselines).map(
    ([name, score]) => `${NAMES[name] ?? name} ${formatNumber(score.validTime)}`,
  );
  return [
    `valid for ${formatNumber(validTime)} of ${formatNumber(times[times.length - 1])} time units`,
    others.join(', '),
  ];
}
