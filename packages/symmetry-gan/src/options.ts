import type { AdamOptions } from '@noether/compute';
import type { Representation } from './representation.js';

/** How the coefficients w of g = exp(Σ wᵢLᵢ) are drawn, each independently. */
export type CoefficientLaw =
  | { readonly law: 'normal'; /** Standard deviation. */ readonly scale: number }
  | { readonly law: 'uniform'; /** Uniform in [−scale, scale). */ readonly scale: number }
  | { readonly law: 'integer'; /** Whole numbers −scale … scale. */ readonly scale: number }
  | {
      /** Whole numbers lowest … highest (LieGAN's discrete rotation: −10 … 9). */
      readonly law: 'range';
      readonly lowest: number;
      readonly highest: number;
      /**
       * Shares of training between which the range grows from −1 … 1 to its full width, so that the
       * generator finds the right element before many of its powers blur the way. Default: full from the
       * start.
       */
      readonly widen?: readonly [from: number, to: number];
    };

/** What keeps the generator from doing nothing (reference implementation: `reg_type`). */
export type Regulariser =
  | {
      /** |mean cos(g·z, z)|. */
      readonly kind: 'cosine';
      /** Measure angles from the centre of the action instead of from the origin (quirk Q8). */
      readonly centred: boolean;
      /** Let the weight grow as long as |mean cos| is above 0.1 ({@link RegulariserWeight}). Default false. */
      readonly adaptive?: boolean;
      /** Share of training after which it is dropped, so that it no longer pulls. Default 1. */
      readonly until?: number;
    }
  | {
      /** −Σ min(‖L‖, c·d): rewards length up to a cap. */
      readonly kind: 'norm';
      /** Share of training after which it is dropped, so that it no longer pulls. Default 1. */
      readonly until?: number;
    }
  | { readonly kind: 'none' };

/** Adam, on the schedule that all networks share. */
export type Adam = Omit<AdamOptions, 'schedule'>;

export interface SymmetryOptions {
  readonly representation: Representation;
  readonly batchSize: number;
  readonly epochs: number;
  readonly coefficients: CoefficientLaw;
  readonly regulariser: Regulariser;
  /** Constant during training (Q3: the reference's SINDy thresholding halves w_reg by mistake). */
  readonly weights: {
    /** w_recon. */
    readonly reconstruction: number;
    /** w_gan. */
    readonly adversarial: number;
    /** w_reg. */
    readonly regulariser: number;
    /** w_chreg: keeps several generators of a block apart. */
    readonly channels: number;
  };
  readonly optimisers: {
    readonly autoencoder: Adam;
    readonly discriminator: Adam;
    readonly generator: Adam;
  };
  /** Learning rates stay until `hold` (a share of training), then follow a cosine to `final` of them. */
  readonly schedule: { readonly hold: number; readonly final: number };
  readonly discriminator: {
    readonly width: number;
    readonly hidden: number;
    /**
     * What it looks at: the latent states themselves (the papers), or the first state and the scaled
     * steps between states, which shows it the dynamics where states of a sample lie close together.
     */
    readonly sees: 'states' | 'displacements';
    /**
     * Whether it sees ψ(z) and ψ(g·z) besides (`use_original_x`); the adversarial term then trains the
     * decoder too. Default false.
     */
    readonly decoded?: boolean;
    /**
     * Columns of `SymmetryData.labels` that it sees besides, untouched by the group
     * (`use_invariant_y`): invariance of the labels is then part of what is discovered. Default 0.
     */
    readonly labels?: number;
    /** Divide its weight matrices by their largest singular values ({@link spectrallyNormalised}). Default false. */
    readonly spectralNorm?: boolean;
    /** Weight of the {@link gradientPenalty} on real samples. Default 0. */
    readonly gradientPenalty?: number;
  };
  /** Standard deviation of the first entries of learned generators. Default 1, as in the papers. */
  readonly generatorScale?: number;
  /** Whether g acts about the batch mean of the latent states or about the origin (`keep_center`). */
  readonly centre: 'mean' | 'origin';
  /**
   * Share of training in which the encoder follows the reconstruction alone, so that the generator
   * meets a latent space that does not run away from it. The papers have 0.
   */
  readonly encoderDelay: number;
  /**
   * Share of training after which batch norm uses its running statistics, as it will at inference:
   * the last part of training then polishes the very encoder that is kept. The papers have 1, never.
   */
  readonly freezeStatistics: number;
  /**
   * Every `epochs`, entries of L below `ratio` × the largest are set to zero (`gan_st_freq`,
   * `gan_st_thresh`), starting at the share `from` of training; null never does.
   */
  readonly threshold: {
    readonly epochs: number;
    readonly ratio: number;
    readonly from: number;
    /**
     * Entries that are zeroed go on getting the gradient of their place, so that they can come back.
     * Without it an entry zeroed too early stays zero as long as the largest does not shrink (the
     * threshold trap). Default false, as in the papers.
     */
    readonly straightThrough?: boolean;
  } | null;
}
