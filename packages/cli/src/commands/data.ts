import type { Command } from 'commander';
import { listPresets, parseConfig, writeData, type PipelineConfig } from '@noether/pipeline';
import type { WrittenNpy } from '@noether/datasets';
import { commandName } from '../command-name.js';
import type { ExitCode } from '../exit-code.js';
import { openProgress } from '../progress/open-progress.js';
import { parseCount } from '../parse-count.js';
import { readConfig, withSettings } from '../read-config.js';
import { runInterruptibly } from '../run-interruptibly.js';

interface Flags {
  readonly out: string;
  readonly seed: number;
  readonly set?: readonly string[];
}

/** `noether data`: the states of a system or preset as a .npy file. */
export function addData(program: Command, exit: ExitCode): void {
  program
    .command('data')
    .description('Write the data of a system, preset or configuration to a .npy file')
    .argument('<system | preset | pipeline.json>', 'for instance reaction-diffusion')
    .requiredOption('--out <file>', 'the .npy file, float32')
    .option('--seed <n>', 'seed of all random numbers', seed, 1)
    .option('--set <path=value>', 'change one value of the configuration; repeatable', collect)
    .addHelpText('after', examples())
    .action(async (source: string, flags: Flags) => {
      exit.code = await runData(source, flags);
    });
}

async function runData(source: string, { out, seed: first, set = [] }: Flags): Promise<number> {
  const config = await configOf(source, set);
  const progress = openProgress(process.stderr);
  return runInterruptibly(out, progress, async (signal) => {
    const { observe } = progress;
    const written = await writeData(config, { out, seed: first, observe, signal });
    progress.finish('done');
    process.stdout.write(`${describe(written)}\n`);
  });
}

/** A preset or file, or else the name of a system with its defaults. */
async function configOf(source: string, settings: readonly string[]): Promise<PipelineConfig> {
  const known = (await listPresets()).includes(source) || /\.json$|[/\\]/.test(source);
  if (known) return readConfig(source, settings);
  const plain = parseConfig({ name: source, data: { system: source } }, source);
  return withSettings(plain, source, settings);
}

function describe({ path, shape, bytes }: WrittenNpy): string {
  const megabytes = (bytes / 1e6).toPrecision(3);
  return `${path}: shape (${shape.join(', ')}), float32, ${megabytes} MB`;
}

const seed = (text: string): number => parseCount('--seed', text, 0);
const collect = (text: string, previous: readonly string[] = []): string[] => [...previous, text];

function examples(): string {
  const command = commandName();
  return `
Examples:
  ${command} data reaction-diffusion --set data.frames=10000 --out wave.npy
  ${command} data rotating-object --set data.object=chair --seed 2 --out chair.npy`;
}
