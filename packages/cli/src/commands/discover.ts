import { basename, join } from 'node:path';
import { invalidArgument } from '@noether/contracts';
import type { Command } from 'commander';
import {
  discover,
  discoverSeeds,
  withLatentDimension,
  type PipelineConfig,
} from '@noether/pipeline';
import { commandName } from '../command-name.js';
import { chosenEngine, engineOption } from '../engine-option.js';
import type { ExitCode } from '../exit-code.js';
import { followRun } from '../follow-run.js';
import { followSeeds } from '../follow-seeds.js';
import { chosenParallel, parallelOption, threadsOption } from '../parallel-options.js';
import { freeRunFolder } from '../free-run-folder.js';
import { parseCount } from '../parse-count.js';
import { readConfig } from '../read-config.js';

interface Flags {
  readonly seed: number;
  readonly seeds?: number;
  readonly parallel?: number;
  readonly threads?: number;
  readonly out?: string;
  readonly engine?: string;
  readonly set?: readonly string[];
  readonly latent?: number | 'auto';
  readonly generators?: number | 'auto';
  readonly json?: true;
}

/** `noether discover`: data to report, with one seed or several. */
export function addDiscover(program: Command, exit: ExitCode): void {
  program
    .command('discover')
    .description('Find a symmetry, equations and a forecast in a preset or in your own data')
    .argument('<preset | pipeline.json>', 'see noether presets, or a configuration file')
    .option('--seed <n>', 'seed of all random numbers', seed, 1)
    .option('--seeds <k>', 'repeat with k seeds, beginning with --seed', seeds)
    .addOption(parallelOption())
    .addOption(threadsOption())
    .option('--out <dir>', 'run folder (default: runs/<name>-seed-<n>)')
    .addOption(engineOption().env('NOETHER_ENGINE'))
    .option('--set <path=value>', 'change one value of the configuration; repeatable', collect)
    .option('--latent <auto | k>', 'latent dimension; auto: chosen by a scan', autoOr('--latent'))
    .option('--generators <auto | c>', 'generators; auto: as many as hold', autoOr('--generators'))
    .option('--json', 'print the result as JSON, progress to stderr')
    .addHelpText('after', examples())
    .action(async (source: string, flags: Flags) => {
      exit.code = await runDiscover(source, flags);
    });
}

async function runDiscover(source: string, flags: Flags): Promise<number> {
  const config = chosen(await readConfig(source, flags.set ?? []), flags);
  const { seed: firstSeed, seeds: count } = flags;
  const json = flags.json === true;
  const out = flags.out ?? freeRunFolder(defaultFolder(config, flags));
  const options = { out, ...chosenEngine(flags), ...chosenParallel(flags) };
  if (count === undefined) {
    if (flags.parallel !== undefined) {
      throw invalidArgument('--parallel', flags.parallel, 'it is for several seeds: give --seeds');
    }
    return followRun(out, json, (following) =>
      discover(config, { ...options, ...following, seed: firstSeed }),
    );
  }
  return followSeeds(out, json, (following) =>
    discoverSeeds(config, { ...options, ...following, firstSeed, seeds: count }),
  );
}

/** The configuration with what the flags say or leave to be chosen. */
function chosen(config: PipelineConfig, flags: Flags): PipelineConfig {
  const { latent, generators } = flags;
  if (config.method === 'sindy-autoencoder') refuseChoices(flags);
  const symmetry = { ...config.symmetry, ...(generators !== undefined && { generators }) };
  const counted = { ...config, symmetry };
  if (latent === undefined) return counted;
  if (latent !== 'auto') return withLatentDimension(counted, latent);
  return { ...counted, autoencoder: { ...config.autoencoder, latentDimension: latent } };
}

/** A SINDy autoencoder has neither: the flags would change nothing, unnoticed. */
function refuseChoices({ latent, generators }: Flags): void {
  const instead = 'a SINDy autoencoder has --set sindyAutoencoder.latentDimension=K instead';
  if (latent !== undefined) throw invalidArgument('--latent', latent, instead);
  if (generators === undefined) return;
  throw invalidArgument('--generators', generators, 'a SINDy autoencoder looks for no symmetry');
}

function defaultFolder({ name }: PipelineConfig, { seed: first, seeds: count }: Flags): string {
  const safe = basename(name.trim().replace(/\s+/g, '-')) || 'run';
  const last = first + (count ?? 1) - 1;
  return join(
    'runs',
    count === undefined ? `${safe}-seed-${first}` : `${safe}-seeds-${first}-${last}`,
  );
}

const seed = (text: string): number => parseCount('--seed', text, 0);
const seeds = (text: string): number => parseCount('--seeds', text, 1);
const autoOr =
  (flag: string) =>
  (text: string): number | 'auto' =>
    text === 'auto' ? text : parseCount(flag, text, 1);
const collect = (text: string, previous: readonly string[] = []): string[] => [...previous, text];

function examples(): string {
  const command = commandName();
  return `
Examples:
  ${command} discover lotka-volterra
  ${command} discover lotka-volterra --seeds 10 --out runs/ten
  ${command} discover reaction-diffusion --seeds 5 --parallel 2 --threads 4
  ${command} discover pendulum --seed 7 --set symmetry.epochs=30
  ${command} discover my-data/pipeline.json --latent auto
  ${command} discover my-data/pipeline.json --json > run.json

Exit codes: 0 the run finished, whatever its verdict; 2 bad input; 130 stopped by Ctrl-C, with a
checkpoint; 1 anything unforeseen.`;
}
