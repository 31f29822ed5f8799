import type { Context, DimensionRecord } from '@noether/contracts';
import { chooseDimension, scanDimensions, type ScannedDimension } from '@noether/autoencoder';
import type { Engine } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import { readJson, writeJson } from '../folder/json.js';
import { checkHash } from './check-hash.js';
import { evenRows } from './even-rows.js';

/** Rows to learn from and to measure on, at most. */
const [TRAIN, HELD_OUT] = [4000, 1000];

/** The content of `dimension-scan.json`. */
interface StoredScan {
  readonly kind: 'dimension-scan';
  /** SHA-256 of the data. */
  readonly data: string;
  readonly rows: readonly ScannedDimension[];
}

export interface ScanInput {
  readonly dataset: Dataset;
  readonly engine: Engine;
  /** Where the rows are kept, so that an interrupted scan goes on, with the SHA-256 of the data. */
  readonly kept?: { readonly path: string; readonly hash: string };
}

/**
 * Scans the reconstruction error against the latent dimension, on training states with errors on validation
 * states, and chooses. Warns when the choice is not clear.
 * @throws NoetherError `changed-data` when the rows that are kept are of other data, and what the scan throws
 */
export async function chooseLatentDimension(
  { dataset, engine, kept }: ScanInput,
  context: Context,
): Promise<DimensionRecord> {
  const stored = kept && ((await readJson(kept.path)) as StoredScan | undefined);
  if (kept) checkHash(stored?.data, kept.hash);
  const scan = await scanDimensions(
    {
      states: evenRows(dataset.train, TRAIN).states,
      heldOut: evenRows(dataset.validation, HELD_OUT).states,
      variables: dataset.train.names.length,
      engine,
      ...(stored && { known: stored.rows }),
      ...(kept && {
        onDimension: (rows: readonly ScannedDimension[]) =>
          writeJson(kept.path, { kind: 'dimension-scan', data: kept.hash, rows }),
      }),
    },
    {},
    context,
  );
  const choice = chooseDimension(scan);
  const kind = choice.clear ? 'note' : 'warning';
  context.observe({ kind, stage: 'dimension', message: choice.reason });
  return { ...choice, ...scan };
}
