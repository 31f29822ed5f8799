import type { Provenance } from './context.js';
import type { TensorTable } from './tensors.js';

/**
 * A fitted map φ from data to a latent space and a map ψ back. Rows are samples, row-major; every
 * call may run on another engine and is therefore asynchronous.
 */
export interface Encoder {
  readonly kind: 'encoder';
  readonly inputDimension: number;
  readonly latentDimension: number;
  /** z = φ(x): rows × inputDimension → rows × latentDimension. */
  encode(states: Float64Array): Promise<Float64Array>;
  /** x = ψ(z): rows × latentDimension → rows × inputDimension. */
  decode(latent: Float64Array): Promise<Float64Array>;
  /** dz/dt = J_φ(x)·dx/dt by forward mode, same rows. */
  latentVelocity(states: Float64Array, velocities: Float64Array): Promise<Float64Array>;
  /** The plain form, for files. */
  toRecord(): EncoderRecord;
}

/** An encoder as plain data: what its architecture is called, its options and its weights. */
export interface EncoderRecord {
  readonly kind: 'encoder-record';
  readonly architecture: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly tensors: TensorTable;
  readonly provenance: Provenance;
}

/** φ = ψ = identity: the latent space is the data space (LieGAN). */
export function identityEncoder(dimension: number): Encoder {
  return Object.freeze({
    kind: 'encoder',
    inputDimension: dimension,
    latentDimension: dimension,
    encode: (states: Float64Array) => Promise.resolve(states.slice()),
    decode: (latent: Float64Array) => Promise.resolve(latent.slice()),
    latentVelocity: (_states: Float64Array, velocities: Float64Array) =>
      Promise.resolve(velocities.slice()),
    toRecord: (): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: 'identity',
      options: { dimension },
      tensors: {},
      provenance: { stage: 'encoder' },
    }),
  } as const);
}
