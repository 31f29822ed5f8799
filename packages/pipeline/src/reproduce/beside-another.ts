import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { median } from '@noether/numerics';
import { readRecord } from '../folder/record-file.js';
import { runFiles } from '../folder/run-files.js';
import type { Criterion } from './criterion.js';
import type { Finding } from './outcome.js';

export interface Comparison {
  /** The number that is compared; its id is the finding's. */
  readonly criterion: Criterion;
  /** What the comparison asks for, in front of the other experiment's name. */
  readonly asks: string;
  /** Least ratio to the other experiment's median. */
  readonly least: number;
}

/**
 * A number of a run over the median of another experiment's seeds, which lie in the folder beside; nothing is asked
 * where that experiment was not run.
 */
export async function besideAnother(
  { criterion, asks, least }: Comparison,
  preset: string,
  folder: string,
): Promise<readonly Finding[]> {
  const own = await readRecord(runFiles(folder));
  const others = await numbersOf(join(dirname(dirname(folder)), preset), criterion);
  if (!own || others.length === 0) return [];
  const ratio = (criterion.value(own) ?? Infinity) / median(others);
  return [
    {
      id: criterion.id,
      asks: `${asks} ${basename(preset)}`,
      value: Number.isFinite(ratio) ? ratio : null,
      holds: ratio > least,
    },
  ];
}

async function numbersOf(folder: string, criterion: Criterion): Promise<number[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const seeds = names.filter((name) => name.startsWith('seed-'));
  const records = await Promise.all(seeds.map((name) => readRecord(runFiles(join(folder, name)))));
  return records.flatMap((record) => (record ? (criterion.value(record) ?? []) : []));
}
