import type { RunRecord } from '@noether/contracts';

/** A finished run as a literal. */
export const exampleRecord: RunRecord = {
  kind: 'run',
  status: 'discovered',
  reason: 'The generator turns the latent states and the discriminator cannot tell.',
  preset: 'lotka-volterra',
  seed: 3,
  engine: 'onnx-native',
  seconds: { data: 0.5, training: 61.2, judgement: 2.4, equations: 0.3, forecast: 0.8, total: 66 },
  symmetry: {
    generators: [
      [
        [0.001, -3.2],
        [3.3, -0.001],
      ],
    ],
    eigenvalues: [
      [
        { re: 0, im: 3.25 },
        { re: 0, im: -3.25 },
      ],
    ],
    omega: 3.2496,
    realToImaginary: 0.00031,
    meanCosine: 0.018,
    bce: { generator: 0.8, real: 0.55, fake: 0.69 },
    invariance: { transformed: 0.059, reconstructed: 0.02, shuffled: 0.36, ratio: 0.1639 },
    quadraticForm: { within: 0.07, betweenToWithin: 5, spearman: 1 },
    latentRank: 1.98,
  },
  reconstruction: { relativeMse: 0.000173 },
  equations: {
    text: ['dz1/dt = 0.588 z2', 'dz2/dt = -0.165 - 0.634 z1'],
    latex: [],
    names: ['1', 'z1', 'z2'],
    coefficients: [],
    r2: [0.9692, 0.9921],
  },
  forecast: {
    times: [0, 5, 10],
    nrmse: [0, 0.1, 0.3],
    validTime: 8.5,
    floor: { nrmse: [0, 0, 0], validTime: 10 },
    baselines: {
      persistence: { nrmse: [0, 1, 1], validTime: 0.6 },
      dmd: { nrmse: [0, 0.5, 1], validTime: 2.2 },
    },
  },
  versions: {},
};

/** The record of a training that diverged: nothing but its name and reason. */
export const divergedRecord: RunRecord = {
  ...exampleRecord,
  status: 'diverged',
  reason: 'After step 12 the loss is not finite.',
  symmetry: {
    ...exampleRecord.symmetry,
    generators: [],
    eigenvalues: [],
    omega: NaN,
    realToImaginary: null,
    meanCosine: NaN,
    invariance: null,
    quadraticForm: null,
  },
  reconstruction: { relativeMse: NaN },
  equations: { text: [], latex: [], names: [], coefficients: [], r2: [] },
  forecast: {
    times: [],
    nrmse: [],
    validTime: NaN,
    floor: { nrmse: [], validTime: NaN },
    baselines: {},
  },
};
