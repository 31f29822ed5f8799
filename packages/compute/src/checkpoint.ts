import { fromSafetensors, NoetherError, toSafetensors, type TensorTable } from '@noether/contracts';

/** Tensors with the texts that belong to them, as one file. */
export interface Checkpoint {
  readonly tensors: TensorTable;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A safetensors file whose metadata carries the SHA-256 of everything else in it. */
export async function encodeCheckpoint({ tensors, metadata }: Checkpoint): Promise<Uint8Array> {
  const sha256 = await digest({ tensors, metadata });
  return toSafetensors(tensors, { ...metadata, sha256 });
}

/**
 * Reads a file that {@link encodeCheckpoint} wrote.
 * @throws NoetherError `corrupt-file` when it is truncated, not in the format, or a bit has changed
 */
export async function decodeCheckpoint(bytes: Uint8Array): Promise<Checkpoint> {
  const { tensors, metadata } = fromSafetensors(bytes);
  const { sha256, ...rest } = metadata;
  if (sha256 !== (await digest({ tensors, metadata: rest }))) {
    throw new NoetherError('The checkpoint does not match its checksum.', {
      code: 'corrupt-file',
      hint: 'The file was damaged or edited; resume from an earlier checkpoint or start again.',
    });
  }
  return { tensors, metadata: rest };
}

async function digest({ tensors, metadata }: Checkpoint): Promise<string> {
  const bytes = toSafetensors(tensors, metadata);
  const hash = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
