import { join } from 'node:path';
import { invalidArgument, NoetherError, type RunRecord } from '@noether/contracts';
import type { PipelineConfig } from './config/pipeline-config.js';
import { discoverSeed } from './discover-seed.js';
import { withFolderLock } from './folder/folder-lock.js';
import {
  claimSeedsFolder,
  readSeeds,
  releaseEmpty,
  releaseUntrained,
} from './folder/seeds-folder.js';
import { memoryFor } from './memory-for.js';
import { allSettled } from './parallel/all-settled.js';
import { limitsFor } from './parallel/limits-for.js';
import { openPool, type Pool } from './parallel/pool.js';
import type { ResumeSeedsOptions, SeedsOptions, Summary } from './run-types.js';
import { writeSummary } from './write-summary.js';

/**
 * Threads of each of several runs. As many processes at once use the processors better than as many threads, and the
 * numbers of a seed shall not depend on how many run at once.
 */
export const THREADS_OF_MANY = 1;

/**
 * The same discovery with several seeds, some at once in processes of their own, each in its folder `seed-N`,
 * and a summary. In a folder that holds the same discovery, finished seeds are kept and interrupted ones go on.
 * After a process that ended by accident (`process-ended`) the other seeds are finished first.
 * @throws NoetherError `folder-in-use` when the folder holds anything else, `folder-locked`, `process-ended`, and what `discover` throws
 */
export async function discoverSeeds(
  config: PipelineConfig,
  options: SeedsOptions,
): Promise<Summary> {
  const { out, seeds, firstSeed, engine, threads = THREADS_OF_MANY } = options;
  if (!Number.isInteger(seeds) || seeds < 1) {
    throw invalidArgument('seeds', seeds, 'it must be a whole number, at least 1');
  }
  if (!Number.isSafeInteger(firstSeed)) {
    throw invalidArgument('firstSeed', firstSeed, 'it must be a whole number');
  }
  const state = { kind: 'seeds', seeds, firstSeed, engine: engine ?? null, threads } as const;
  return withFolderLock(out, async () => {
    await claimSeedsFolder(out, config, state);
    try {
      return await runSeeds(config, { ...options, threads });
    } catch (cause) {
      await (goesOn(cause) ? releaseEmpty(out) : releaseUntrained(out));
      throw cause;
    }
  });
}

/**
 * Goes on with a folder of {@link discoverSeeds}.
 * @throws NoetherError `no-run` when it is none, `folder-locked`
 */
export async function resumeSeeds(out: string, options: ResumeSeedsOptions): Promise<Summary> {
  const { config, state } = await readSeeds(out);
  const { seeds, firstSeed } = state;
  const engine = options.engine ?? state.engine ?? undefined;
  const threads = options.threads ?? state.threads ?? THREADS_OF_MANY;
  const chosen = { ...options, out, seeds, firstSeed, engine, threads };
  return withFolderLock(out, () => runSeeds(config, chosen));
}

async function runSeeds(
  config: PipelineConfig,
  options: SeedsOptions & { readonly threads: number },
): Promise<Summary> {
  const { out, seeds, threads, signal } = options;
  const pool = openPool(limitsFor(seeds, threads, options.parallel), signal);
  try {
    return await writeSummary(out, config.name, await allSettled(eachSeed(config, options, pool)));
  } finally {
    await pool.close();
  }
}

/** Whether the same discovery can go on after it. */
export function goesOn(cause: unknown): boolean {
  return (
    cause instanceof NoetherError &&
    ['aborted', 'folder-locked', 'process-ended'].includes(cause.code)
  );
}

/** Puts all seeds of a folder in the pool, where they wait for their turn. */
export function eachSeed(
  config: PipelineConfig,
  { out, seeds, firstSeed, engine, threads, ...hear }: Omit<SeedsOptions, 'parallel' | 'signal'>,
  pool: Pool,
  order = 0,
): Promise<RunRecord>[] {
  const memory = memoryFor(config);
  return Array.from({ length: seeds }, async (_, index) => {
    const seed = firstSeed + index;
    const input = { out: join(out, `seed-${seed}`), config, seed, engine, threads };
    const name = `seed ${seed} in ${input.out}`;
    const turn = { name, order, memory, begin: () => hear.observe(seed) };
    const record = await pool.run(discoverSeed, input, turn).finally(() => hear.onEnd?.(seed));
    hear.onSeed?.(record);
    return record;
  });
}
