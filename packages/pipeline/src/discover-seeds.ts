import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { invalidArgument, NoetherError, type RunRecord } from '@noether/contracts';
import { renderSummaryReport } from '@noether/report';
import { parseConfig } from './config/parse-config.js';
import type { PipelineConfig } from './config/pipeline-config.js';
import { discover } from './discover.js';
import { readJson, toJson, writeJson } from './folder/json.js';
import { exists, refuseUsedFolder } from './folder/run-state.js';
import { writeAtomic } from './folder/write-atomic.js';
import { resumeDiscovery } from './resume-discovery.js';
import type { ResumeSeedsOptions, SeedsOptions, Summary } from './run-types.js';
import { summarise } from './summarise.js';

/** The content of `seeds.json`: which seeds a folder is for. */
export interface SeedsState {
  readonly kind: 'seeds';
  readonly seeds: number;
  readonly firstSeed: number;
  readonly engine: string | null;
}

/**
 * The same discovery with several seeds, one after the other, each in its folder `seed-N`, and a summary.
 * In a folder that holds the same discovery, finished seeds are kept and the interrupted one goes on.
 * @throws NoetherError `folder-in-use` when the folder holds anything else, and what `discover` throws
 */
export async function discoverSeeds(
  config: PipelineConfig,
  options: SeedsOptions,
): Promise<Summary> {
  const { out, seeds, firstSeed, engine } = options;
  if (!Number.isInteger(seeds) || seeds < 1) {
    throw invalidArgument('seeds', seeds, 'it must be a whole number, at least 1');
  }
  if (!Number.isSafeInteger(firstSeed)) {
    throw invalidArgument('firstSeed', firstSeed, 'it must be a whole number');
  }
  if (!(await holdsSame(config, options))) {
    await refuseUsedFolder(out);
    const state: SeedsState = { kind: 'seeds', seeds, firstSeed, engine: engine ?? null };
    await writeJson(join(out, 'seeds.json'), { ...state, config });
    await writeJson(join(out, 'config.json'), config);
  }
  try {
    return await runSeeds(config, options);
  } catch (cause) {
    await releaseEmpty(out);
    throw cause;
  }
}

/**
 * Goes on with a folder of {@link discoverSeeds}.
 * @throws NoetherError `no-run` when it is none
 */
export async function resumeSeeds(out: string, options: ResumeSeedsOptions): Promise<Summary> {
  const { config, state } = await readSeeds(out);
  const { seeds, firstSeed } = state;
  const engine = options.engine ?? state.engine;
  return runSeeds(config, { ...options, out, seeds, firstSeed, ...(engine && { engine }) });
}

/** @throws NoetherError `no-run` when the folder is none of {@link discoverSeeds} */
export async function readSeeds(
  out: string,
): Promise<{ readonly config: PipelineConfig; readonly state: SeedsState }> {
  const path = join(out, 'seeds.json');
  const found = (await readJson(path)) as (SeedsState & { config: unknown }) | undefined;
  if (!found) {
    throw new NoetherError(`${out} holds no runs of several seeds.`, {
      code: 'no-run',
      argument: 'out',
      value: out,
      hint: 'Check the path.',
    });
  }
  const { config, ...state } = found;
  return { config: parseConfig(config, path), state };
}

/** Gives a folder back in which no seed has begun, so that the corrected discovery can use it. */
async function releaseEmpty(out: string): Promise<void> {
  const names = await readdir(out);
  if (names.some((name) => name.startsWith('seed-'))) return;
  for (const name of ['seeds.json', 'config.json']) await rm(join(out, name), { force: true });
  await rmdir(out).catch(() => undefined);
}

async function holdsSame(config: PipelineConfig, options: SeedsOptions): Promise<boolean> {
  if (!(await exists(join(options.out, 'seeds.json')))) return false;
  const { config: stored, state } = await readSeeds(options.out);
  return (
    toJson(stored) === toJson(parseConfig(JSON.parse(JSON.stringify(config)), 'config')) &&
    state.firstSeed === options.firstSeed &&
    state.seeds === options.seeds
  );
}

async function runSeeds(config: PipelineConfig, options: SeedsOptions): Promise<Summary> {
  const { out, seeds, firstSeed, onSeed } = options;
  const records: RunRecord[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const record = await runSeed(config, seed, options);
    records.push(record);
    onSeed?.(record);
  }
  const summary = summarise(config.name, records);
  const html = renderSummaryReport(
    {
      title: config.name,
      reports: summary.rows.map(({ report }) => report),
      provenance: [
        { label: 'Configuration', value: config.name },
        { label: 'Seeds', value: `${firstSeed} to ${firstSeed + seeds - 1}` },
        { label: 'Engine', value: records[0].engine },
        ...Object.entries(records[0].versions).map(([label, value]) => ({ label, value })),
      ],
    },
    records,
  );
  await writeAtomic(join(out, 'summary.html'), html);
  await writeJson(join(out, 'summary.json'), summary);
  return summary;
}

async function runSeed(
  config: PipelineConfig,
  seed: number,
  options: SeedsOptions,
): Promise<RunRecord> {
  const { engine, signal } = options;
  if (signal?.aborted) throw new NoetherError('The run was stopped.', { code: 'aborted' });
  const out = join(options.out, `seed-${seed}`);
  const common = {
    observe: options.observe(seed),
    ...(engine !== undefined && { engine }),
    ...(signal && { signal }),
  };
  const begun = await exists(join(out, 'state.json'));
  return begun ? resumeDiscovery(out, common) : discover(config, { out, seed, ...common });
}
