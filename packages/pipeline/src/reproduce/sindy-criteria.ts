import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RunRecord } from '@noether/contracts';
import { median } from '@noether/numerics';
import { readRecord } from '../folder/record-file.js';
import { runFiles } from '../folder/run-files.js';
import { forecasts, type Criterion } from './criterion.js';
import type { Finding } from './outcome.js';

/** The equations of a SINDy autoencoder leave at most `most` of the mean square of dz/dt unexplained. */
export function explains(most: number): Criterion {
  return {
    id: 'S1',
    asks: `dz/dt unexplained ≤ ${most}`,
    value: ({ sindyAutoencoder }) => sindyAutoencoder?.unexplained.latentDerivative ?? null,
    holds: (share) => share <= most,
  };
}

/** At most so many coefficients that are not zero, in all equations together. */
export function isSparse(most: number): Criterion {
  return {
    id: 'S2',
    asks: `at most ${most} terms`,
    value: ({ equations: { coefficients } }) =>
      coefficients.length > 0 ? coefficients.flat().filter((value) => value !== 0).length : null,
    holds: (terms) => terms <= most,
  };
}

/**
 * The forecast errs more than that of another experiment does in the median of its seeds, which lie in
 * the folder beside; nothing is asked where that experiment was not run.
 */
export async function errsMoreThan(preset: string, folder: string): Promise<readonly Finding[]> {
  const own = await readRecord(runFiles(folder));
  const others = await recordsOf(join(dirname(dirname(folder)), preset));
  const errors = others.flatMap((record) => errorOf(record) ?? []);
  if (!own || errors.length === 0) return [];
  const ratio = (errorOf(own) ?? Infinity) / median(errors);
  return [
    {
      id: 'B10',
      asks: `errs more than ${basename(preset)}`,
      value: Number.isFinite(ratio) ? ratio : null,
      holds: ratio > 1,
    },
  ];
}

const errorOf = (record: RunRecord): number | null => forecasts(0).value(record);

async function recordsOf(folder: string): Promise<RunRecord[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const seeds = names.filter((name) => name.startsWith('seed-'));
  const records = await Promise.all(seeds.map((name) => readRecord(runFiles(join(folder, name)))));
  return records.filter((record) => record !== undefined);
}
