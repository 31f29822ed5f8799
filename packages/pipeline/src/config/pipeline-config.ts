import type { Parametrisation, SymmetryOptions } from '@noether/symmetry-gan';

/** A data set that is simulated; options that are left out keep the defaults of the system. */
export interface SimulatedData {
  readonly system:
    | 'damped-oscillator'
    | 'lorenz'
    | 'lotka-volterra'
    | 'pendulum'
    | 'seir'
    | 'selkov'
    | 'three-body'
    | 'two-body';
  /** Trajectories to learn from, to watch and to judge by. */
  readonly train?: number;
  readonly validation?: number;
  readonly test?: number;
  /** Time between two stored states. */
  readonly step?: number;
  /** Stored states of a trajectory. */
  readonly steps?: number;
  readonly energyRange?: readonly [lowest: number, highest: number];
  /** Standard deviation of the noise on the training and validation states. */
  readonly noise?: number;
}

/** Frames of a field on a square grid, every grid point a variable. */
export interface FieldData {
  readonly system: 'reaction-diffusion';
  /** Grid points along each side. */
  readonly size?: number;
  /** Every so many of them along each side are variables. */
  readonly every?: number;
  /** Frames to store; the first 80 % are learned from, 10 % watched, 10 % judged by. */
  readonly frames?: number;
  /** Time between two frames. */
  readonly step?: number;
  /** Standard deviation of the noise on the training and validation frames. */
  readonly noise?: number;
}

/** Single states drawn from a distribution, without a motion: no equations, no forecast. */
export interface SampledData {
  readonly system: 'clusters' | 'discrete-rotation' | 'double-bump' | 'shells';
  /** States to learn from, to watch and to judge by. */
  readonly train?: number;
  readonly validation?: number;
  readonly test?: number;
  /** Standard deviation of the noise on the training and validation states. */
  readonly noise?: number;
}

/** Jets, generated or recorded; as {@link SampledData}, without a motion. */
export interface JetsData extends Omit<SampledData, 'system'> {
  readonly system: 'jets';
  /** A file of the top-tagging reference set to take them from; generated when left out. */
  readonly file?: string;
  /** Leading constituents of a recorded jet; set the copies of the representation to the same number. */
  readonly constituents?: number;
  /** The recorded momentum in GeV that becomes 1. */
  readonly unit?: number;
}

/** Pictures of a turning object; as {@link SampledData}, without a motion. */
export interface ObjectData extends Omit<SampledData, 'system'> {
  readonly system: 'rotating-object';
  /** `bookshelf`, `chair`, or an .off file relative to the folder of the configuration file. */
  readonly object?: string;
  /** Pixels along each side of the three pictures of an orientation. */
  readonly pixels?: number;
  /** Orientations in a sample, small turns apart; set windows.timesteps to the same number. */
  readonly actions?: number;
}

/** A data set that is read from a .csv, .tsv, .txt, .npy, .h5 or .hdf5 file. */
export interface RecordedData {
  /** Relative to the folder of the configuration file. */
  readonly file: string;
  /** Time between rows, for files without a column of times. */
  readonly dt?: number;
  /** Names of all columns of a CSV file, or of the variables of a .npy or HDF5 file. */
  readonly names?: readonly string[];
  readonly units?: readonly string[];
  /** Path of the dataset in an HDF5 file; may be left out when there is only one. */
  readonly dataset?: string;
  /** Name of the time column. */
  readonly time?: string;
  /** Name of the column that tells trajectories apart. */
  readonly trajectory?: string;
  readonly delimiter?: string;
  /**
   * Rows of each part that are held in memory, at most, for a .npy file of one recording; training samples
   * are read from the file as they are needed. All rows when left out.
   */
  readonly inMemory?: number;
  /** Whole trajectories dealt out at random, or each cut in time. */
  readonly split?: 'trajectories' | 'time';
  readonly fractions?: {
    readonly train: number;
    readonly validation: number;
    readonly test: number;
  };
}

/** How training samples are cut from trajectories. */
export interface WindowsConfig {
  /** States of a sample. */
  readonly timesteps: number;
  /** Rows between the states of a sample; default: what the data set proposes. */
  readonly interval?: number;
  /** Rows between the starts of neighbouring samples. */
  readonly stride: number;
}

/** The map between data and latent space. */
export interface AutoencoderConfig {
  /**
   * `identity` searches for a symmetry of the data space itself (LieGAN); `conv1d` convolves signals
   * and `conv2d` square images with values in 0 … 1, the variables in their order, the channels of a
   * pixel side by side, `width` channels at the end.
   */
  readonly architecture: 'mlp' | 'conv1d' | 'conv2d' | 'identity';
  /** `auto`: chosen by a scan of reconstruction errors, see `chooseDimension` of autoencoder. */
  readonly latentDimension: number | 'auto';
  /** Width and number of the hidden layers. */
  readonly width: number;
  readonly hidden: number;
  /**
   * Batch norm after every layer of an mlp encoder, and of the latent state of a convolutional one; `unit` for the latter:
   * without a learned scale and shift.
   */
  readonly batchNorm: boolean | 'unit';
  /** Orthonormal rows in the encoder's last layer; default: wherever they are possible. */
  readonly orthogonal?: boolean;
  /** Width of a linear layer before the last one, which bounds the rank of the latent space. */
  readonly bottleneck?: number;
  /** Numbers at each pixel of an image; default 3. */
  readonly channels?: number;
  /** The state as a sum of parts, each coded by a share of the latent coordinates of unit length. */
  readonly peeled?: {
    readonly parts: number;
    /** Training steps after which the next part joins. */
    readonly stage: number;
  };
}

/** Where the generators of a learned block are searched; see `Parametrisation` of symmetry-gan. */
export type ParametrisationConfig =
  | Exclude<Parametrisation, { readonly kind: 'span' }>
  | { /** A mask of diagonal blocks. */ readonly kind: 'blocks'; readonly sizes: readonly number[] }
  | { readonly kind: 'span'; /** By its name. */ readonly group: string };

/** One block of coordinates and the group that acts on it. */
export type BlockConfig =
  | {
      readonly kind: 'learned';
      readonly copies: number;
      readonly generators: number;
      readonly dimension: number;
      readonly parametrisation?: ParametrisationConfig;
    }
  | { readonly kind: 'fixed'; readonly copies: number; readonly group: string }
  | { readonly kind: 'invariant'; readonly copies: number };

/** The options of symmetry-gan with the group in a form that can be written down. */
export interface SymmetryConfig extends Omit<SymmetryOptions, 'representation'> {
  /** A known group on all latent coordinates, by its name; goes before `representation`. */
  readonly group?: string;
  /** Blocks, or the papers' string such as `(2,1,2)`; default: one generator on all coordinates. */
  readonly representation?: string | readonly BlockConfig[];
  /**
   * Generators of the one learned block, in place of the number that the representation says; `auto`: grown from
   * one until a further one adds nothing.
   */
  readonly generators?: number | 'auto';
  /**
   * Short trainings to begin with, each from first values of its own, of which the one that reconstructs best is trained
   * on; default: none.
   */
  readonly restarts?: {
    /** How many, the first one being the training that there is without them. */
    readonly count: number;
    /** How long each is, of the epochs of the training. */
    readonly epochs: number;
  };
}

/** How equations are read off the latent space (SINDy). */
export interface EquationsConfig {
  /** Highest degree of the monomials. */
  readonly degree: number;
  readonly constant: boolean;
  /** Smallest coefficient that stays. */
  readonly threshold: number;
  readonly ridge: number;
  readonly maxIterations: number;
  /** Training rows that are used, at most. */
  readonly rows: number;
}

export interface ForecastConfig {
  /** The NRMSE that ends the valid time. */
  readonly threshold: number;
  /** Longest time to forecast; default: the length of the shortest test trajectory. */
  readonly horizon?: number;
  /** Whether a neural ODE is trained to forecast beside the equations; default: it is not. */
  readonly neuralOde?: boolean;
}

/** How a SINDy autoencoder is built and trained; see `trainSindyAutoencoder` of autoencoder. */
export interface SindyAutoencoderConfig {
  readonly latentDimension: number;
  readonly widths: readonly number[];
  readonly activation: 'tanh' | 'sigmoid' | 'elu' | 'softplus';
  readonly library: {
    readonly degree: number;
    readonly constant: boolean;
    readonly functions: readonly ('sin' | 'cos' | 'exp')[];
  };
  /** Weights of shares of the variance, so that units of the data do not matter. */
  readonly weights: {
    readonly dataDerivative: number;
    readonly latentDerivative: number;
    readonly sparsity: number;
  };
  /** `measured`: derivatives carry no gradient, as in the baseline released with LaLiGAN. */
  readonly derivatives: 'learned' | 'measured';
  readonly threshold: {
    readonly value: number;
    readonly every: number;
    readonly from: number;
  } | null;
  readonly start: 'random' | 'slow';
  readonly batchSize: number;
  readonly steps: number;
  readonly refinement: number;
  readonly learningRate: number;
  readonly unexplained: number;
  readonly rows: number;
}

/** A whole discovery, from data to report, as it stands in `pipeline.json` with all defaults filled in. */
export interface PipelineConfig {
  readonly name: string;
  /**
   * `symmetry` learns a latent space with a symmetry (LaLiGAN, LieGAN) and fits equations in it;
   * `sindy-autoencoder` learns a latent space together with its equations, without a symmetry.
   */
  readonly method: 'symmetry' | 'sindy-autoencoder';
  readonly data: SimulatedData | FieldData | SampledData | JetsData | ObjectData | RecordedData;
  readonly windows: WindowsConfig;
  readonly autoencoder: AutoencoderConfig;
  readonly symmetry: SymmetryConfig;
  readonly equations: EquationsConfig;
  /** Instead of windows, autoencoder, symmetry and equations, for that method. */
  readonly sindyAutoencoder: SindyAutoencoderConfig;
  readonly forecast: ForecastConfig;
}
