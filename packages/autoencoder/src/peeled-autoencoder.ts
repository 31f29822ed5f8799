import * as tf from '@tensorflow/tfjs';
import { invalidArgument, type EncoderRecord, type TensorTable } from '@noether/contracts';
import { stopGradient, type Layer, type LayerScope, type TrainableEncoder } from '@noether/compute';
import { angularVelocities, quarterTurn, type Shown } from './angular-velocities.js';
import { codeOf, peeledPart, PLANE, type PeeledPart } from './peeled-part.js';
import { joined, nextSteps, searching, stageOf, STEPS } from './peeling-schedule.js';
import { principalProjection, type PrincipalProjection } from './principal-projection.js';

/** The name under which `loadEncoder` finds this architecture in a record. */
export const PEELED = 'peeled';

export interface PeeledAutoencoderOptions {
  /** The parts, autoencoders of the whole state with two latent coordinates each. */
  readonly of: readonly TrainableEncoder[];
  /** Training steps after which the next part joins. */
  readonly stage: number;
}

/**
 * Autoencoders (φ₁, ψ₁), (φ₂, ψ₂), … that explain a state as a sum, each by an angle:
 *
 *   r₁ = x,  z_p = u(W_p φ_p(r_p)),  r_{p+1} = r_p − ψ_p(z_p),  ψ(z) = Σ ψ_p(z_p),
 *
 * with whitening W_p, u(y) = y/√(|y|² + 0.01), which is nearly of unit length, and φ(x) = (z₁, z₂, …).
 * Decoders that are added can reconstruct states made of independent parts only if each holds one of them
 * (Lachapelle et al., NeurIPS 2023, arXiv 2307.02598), and on a circle no part can hold two.
 *
 * Each part sees what those before it left, and joins the training when each of them had a `stage` of
 * steps. It passes no gradient on to them: they are trained to show the state, not to leave what is easy.
 *
 * No small change of an encoder makes an angle that turns twice with a factor, or not at all, turn once.
 * So φ_p first learns to imitate, and then takes over from, the projection of what it sees onto the two
 * principal directions of the states; only then its code goes to unit length. The parts have to show in
 * these directions, as bumps of one signal do. (Those of what a part sees are no safe start: the first part
 * may have left harmonics of a factor more than the factor.)
 *
 * Latent velocities are those with which the angles of the sum Σ ψ_p(z_p) follow the state, by
 * {@link angularVelocities}.
 * @throws NoetherError when there is no part, a part has not two latent coordinates, the parts are of
 * states of different dimension, or `stage` is not a positive whole number
 */
export function peeledAutoencoder({ of, stage }: PeeledAutoencoderOptions): TrainableEncoder {
  check(of, stage);
  const parts = of.map((part, index) => peeledPart(part, index, stageOf(index, of.length, stage)));
  const layers = parts.flatMap(({ encoder, decoder }) => [encoder, decoder]);
  const start = principalProjection('autoencoder.principal', of[0].inputDimension, PLANE);
  const helpers = [start.state, ...parts.map(({ white }) => white.state)];
  const counter = { [STEPS]: { shape: [1], initial: new Float32Array(1) } };
  const parameters = merged(layers.map((layer) => layer.parameters));
  const state = merged([counter, ...layers.map((layer) => layer.state), ...helpers]);
  const decoders = parts.map(({ decoder }) => decoder);
  const own = { ...parameters, ...state };
  return {
    inputDimension: of[0].inputDimension,
    latentDimension: PLANE * of.length,
    encoder: { parameters, state, ...peeling(parts, start) },
    decoder: {
      parameters: merged(decoders.map((layer) => layer.parameters)),
      state: merged(decoders.map((layer) => layer.state)),
      ...adding(parts),
    },
    toRecord: (tensors: TensorTable): EncoderRecord => ({
      kind: 'encoder-record',
      architecture: PEELED,
      options: { stage, of: of.map((part) => described(part)) },
      tensors: Object.fromEntries(Object.entries(tensors).filter(([name]) => name in own)),
      provenance: { stage: 'autoencoder' },
    }),
  };
}

function check(of: readonly TrainableEncoder[], stage: number): void {
  const [first] = of;
  const fits = (part: TrainableEncoder): boolean =>
    part.inputDimension === first.inputDimension && part.latentDimension === PLANE;
  if (of.length === 0 || !of.every(fits)) {
    throw invalidArgument(
      'of',
      of.map(({ inputDimension, latentDimension }) => [inputDimension, latentDimension]),
      'give autoencoders of states of one dimension with two latent coordinates each',
    );
  }
  if (!Number.isInteger(stage) || stage < 1) {
    throw invalidArgument('stage', stage, 'it must be a whole number of steps, at least 1');
  }
}

function described(part: TrainableEncoder): Pick<EncoderRecord, 'architecture' | 'options'> {
  const { architecture, options } = part.toRecord({});
  return { architecture, options };
}

function merged<T>(tables: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  return Object.assign({}, ...tables) as Record<string, T>;
}

function peeling(
  parts: readonly PeeledPart[],
  start: PrincipalProjection,
): Pick<Layer, 'apply' | 'push'> {
  const encode = (x: tf.Tensor2D, scope: LayerScope): tf.Tensor2D[] => {
    nextSteps(scope);
    if (scope.training) start.learn(x, searching(scope), scope);
    let rest = x;
    return parts.map((part) => {
      const z = codeOf(part, rest, start, scope);
      rest = stopGradient(tf.sub(rest, part.decoder.apply(z, scope)));
      return z;
    });
  };
  return {
    apply: (x, scope) => tf.concat(encode(x, scope), 1),
    push: ({ value, tangent }, scope) => {
      const codes = encode(value, scope);
      const rates = angularVelocities(shownBy(parts, scope), codes, tangent, scope);
      const turning = codes.map((z, part) => tf.mul(quarterTurn(z), rates[part]));
      return { value: tf.concat(codes, 1), tangent: tf.concat(turning as tf.Tensor2D[], 1) };
    },
  };
}

/** The decoders as far as they take part. */
function shownBy(parts: readonly PeeledPart[], scope: LayerScope): Shown[] {
  return parts.map((part) => ({ decoder: part.decoder, present: joined(part, scope) }));
}

function adding(parts: readonly PeeledPart[]): Pick<Layer, 'apply' | 'push'> {
  const shares = (z: tf.Tensor2D): tf.Tensor2D[] => tf.split(z, parts.length, 1);
  return {
    apply: (z, scope) => {
      const shown = shares(z).map((share, part) =>
        tf.mul(parts[part].decoder.apply(share, scope), joined(parts[part], scope)),
      );
      return tf.addN(shown) as tf.Tensor2D;
    },
    push: ({ value, tangent }, scope) => {
      const tangents = shares(tangent);
      const pushed = shares(value).map((share, part) => {
        const { decoder } = parts[part];
        const shown = decoder.push({ value: share, tangent: tangents[part] }, scope);
        const present = joined(parts[part], scope);
        return { value: tf.mul(shown.value, present), tangent: tf.mul(shown.tangent, present) };
      });
      return {
        value: tf.addN(pushed.map((part) => part.value)) as tf.Tensor2D,
        tangent: tf.addN(pushed.map((part) => part.tangent)) as tf.Tensor2D,
      };
    },
  };
}
