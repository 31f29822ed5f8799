import { readFile } from 'node:fs/promises';
import { fromSafetensors, type Encoder } from '@noether/contracts';
import { loadEncoder } from '@noether/autoencoder';
import type { Engine } from '@noether/compute';
import type { RunFiles } from './run-files.js';

/** The encoder that a finished run keeps, ready to run on an engine. */
export async function readEncoder(files: RunFiles, engine: Engine): Promise<Encoder> {
  const { tensors, metadata } = fromSafetensors(await readFile(files.encoder));
  const options = JSON.parse(metadata.options) as Record<string, unknown>;
  const { architecture } = metadata;
  const provenance = { stage: 'autoencoder' };
  return loadEncoder(
    { kind: 'encoder-record', architecture, options, tensors, provenance },
    engine,
  );
}
