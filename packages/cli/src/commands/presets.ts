import type { Command } from 'commander';
import { listPresets, loadConfig, type PipelineConfig } from '@noether/pipeline';
import { formatCount } from '../format-number.js';
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

function describe(config: PipelineConfig): string {
  const { data, autoencoder, symmetry, sindyAutoencoder } = config;
  const source = 'system' in data ? data.system : data.file;
  if (config.method === 'sindy-autoencoder') {
    const { latentDimension, steps } = sindyAutoencoder;
    return `${source}, ${latentDimension} latent, SINDy autoencoder, ${formatCount(steps)} steps`;
  }
  const { architecture, width, hidden, latentDimension, bottleneck } = autoencoder;
  const space =
    architecture === 'identity'
      ? 'no encoder (LieGAN)'
      : `${latentDimension} latent, ${architecture.startsWith('conv') ? 'convolutional' : `${hidden} × ${width}`} encoder` +
        (bottleneck === undefined ? '' : ` with a bottleneck of ${bottleneck}`);
  const { epochs, weights } = symmetry;
  return `${source}, ${space}, ${epochs} ${plural('epoch', epochs)}, regulariser ${weights.regulariser}`;
}
