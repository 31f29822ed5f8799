import type { Command } from 'commander';
import { listPresets, loadConfig, type PipelineConfig } from '@noether/pipeline';
import { plural } from '../progress/progress-line.js';

/** `noether presets`: what can be discovered without a file. */
export function addPresets(program: Command): void {
  program
    .command('presets')
    .description('List the built-in experiments')
    .action(async () => {
      const names = await listPresets();
      const width = Math.max(...names.map((name) => name.length)) + 2;
      for (const name of names) {
        process.stdout.write(`${name.padEnd(width)}${describe(await loadConfig(name))}\n`);
      }
    });
}

function describe({ data, autoencoder, symmetry }: PipelineConfig): string {
  const { architecture, width, hidden, latentDimension, bottleneck } = autoencoder;
  const source = 'system' in data ? data.system : data.file;
  const space =
    architecture === 'identity'
      ? 'no encoder (LieGAN)'
      : `${latentDimension} latent, ${architecture.startsWith('conv') ? 'convolutional' : `${hidden} × ${width}`} encoder` +
        (bottleneck === undefined ? '' : ` with a bottleneck of ${bottleneck}`);
  const { epochs, weights } = symmetry;
  return `${source}, ${space}, ${epochs} ${plural('epoch', epochs)}, regulariser ${weights.regulariser}`;
}
