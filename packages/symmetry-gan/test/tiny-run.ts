import type { Context, ProgressEvent, Windows } from '@noether/contracts';
import { identityAutoencoder, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { representation, type SymmetryData, type SymmetryOptions } from '@noether/symmetry-gan';

/** One learned generator on the plane, options as small as they can be. */
export function tinyOptions(change: Partial<SymmetryOptions> = {}): SymmetryOptions {
  return {
    representation: representation([{ kind: 'learned', copies: 1, generators: 1, dimension: 2 }]),
    batchSize: 16,
    epochs: 2,
    coefficients: { law: 'normal', scale: 1 },
    regulariser: { kind: 'cosine', centred: true },
    weights: { reconstruction: 1, adversarial: 0.01, regulariser: 0.1, channels: 0 },
    optimisers: {
      autoencoder: { learningRate: 1e-3 },
      discriminator: { learningRate: 1e-3 },
      generator: { learningRate: 1e-2 },
    },
    schedule: { hold: 0.5, final: 0.02 },
    discriminator: { width: 8, hidden: 2, sees: 'displacements' },
    centre: 'mean',
    encoderDelay: 0,
    freezeStatistics: 1,
    threshold: null,
    ...change,
  };
}

/** Pairs of states a sixth of a turn apart on circles of radius 1 to 2 about (3, −2). */
export function circleWindows(samples: number, radii: readonly [number, number] = [1, 2]): Windows {
  const random = randomStream('circles');
  const states = new Float32Array(samples * 4);
  for (let sample = 0; sample < samples; sample++) {
    const radius = radii[0] + (radii[1] - radii[0]) * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    [angle, angle + Math.PI / 3].forEach((at, time) => {
      states[sample * 4 + time * 2] = 3 + radius * Math.cos(at);
      states[sample * 4 + time * 2 + 1] = radius * Math.sin(at) - 2;
    });
  }
  const offsets = Int32Array.from({ length: samples }, (_, sample) => 2 * sample);
  return { kind: 'windows', states, dimension: 2, timesteps: 2, interval: 1, offsets };
}

/** Pairs of states in three round heaps, which no linear group but the trivial one leaves alone. */
export function heapWindows(samples: number): Windows {
  const random = randomStream('heaps');
  const windows = circleWindows(samples);
  for (let row = 0; row < windows.states.length; row += 2) {
    const heap = random.integer(3);
    windows.states[row] = [0, 3, -1][heap] + 0.2 * random.normal();
    windows.states[row + 1] = [0, 1, 2][heap] + 0.2 * random.normal();
  }
  return windows;
}

/** LieGAN on circles with the engine `onnx-native`, unless changed. */
export async function tinyData(change: Partial<SymmetryData> = {}): Promise<SymmetryData> {
  return {
    windows: circleWindows(40),
    autoencoder: identityAutoencoder(2),
    engine: await selectEngine('onnx-native'),
    ...change,
  };
}

/** A context that keeps what it is told. */
export function recordingContext(
  seed: number,
  signal?: AbortSignal,
): Context & { readonly events: ProgressEvent[] } {
  const events: ProgressEvent[] = [];
  const base = {
    random: randomStream(seed),
    observe: (event: ProgressEvent) => events.push(event),
  };
  return signal ? { ...base, signal, events } : { ...base, events };
}
