import { readFile } from 'node:fs/promises';
import { fromSafetensors, toSafetensors, type Encoder } from '@noether/contracts';
import { loadEncoder } from '@noether/autoencoder';
import type { Engine } from '@noether/compute';
import type { RunFiles } from './run-files.js';
import { wholeFile } from './whole-file.js';
import { writeAtomic } from './write-atomic.js';

/** Keeps the encoder of a run. */
export async function writeEncoder(files: RunFiles, encoder: Encoder): Promise<void> {
  const { tensors, architecture, options } = encoder.toRecord();
  const metadata = { architecture, options: JSON.stringify(options) };
  await writeAtomic(files.encoder, toSafetensors(tensors, metadata));
}

/**
 * The encoder that a finished run keeps, ready to run on an engine.
 * @throws NoetherError `corrupt-file` that names the file when it was damaged
 */
export async function readEncoder(files: RunFiles, engine: Engine): Promise<Encoder> {
  return wholeFile(files.encoder, () => parsed(files, engine));
}

async function parsed(files: RunFiles, engine: Engine): Promise<Encoder> {
  const { tensors, metadata } = fromSafetensors(await readFile(files.encoder));
  const options = JSON.parse(metadata.options) as Record<string, unknown>;
  const { architecture } = metadata;
  const provenance = { stage: 'autoencoder' };
  return loadEncoder(
    { kind: 'encoder-record', architecture, options, tensors, provenance },
    engine,
  );
}
