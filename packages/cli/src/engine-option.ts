import { Option } from 'commander';
import { engineNames } from '@noether/compute';

/** `--engine`; the library checks the name. */
export function engineOption(): Option {
  return new Option('--engine <name>', `what computes: ${engineNames.join(', ')}`);
}

/** The choice as an option of the pipeline; an empty name, as in `NOETHER_ENGINE=`, is no choice. */
export function chosenEngine({ engine }: { readonly engine?: string }): { engine?: string } {
  return engine ? { engine } : {};
}
