import { batchNorm, chain, dense, mlp, orthogonalDense, relu, type Layer } from '@noether/compute';

/** Parameters of φ start with this. */
export const ENCODER = 'autoencoder.encoder';

/** The sizes of φ, all of them decided. */
export interface EncoderShape {
  readonly inputDimension: number;
  readonly latentDimension: number;
  readonly width: number;
  readonly hidden: number;
  readonly batchNorm: boolean;
  readonly orthogonal: boolean;
  readonly bottleneck?: number;
}

/**
 * The layers of φ: `hidden` times dense, batch norm, ReLU; then the bottleneck, if there is one; then
 * the last linear layer and its batch norm. All that follows a bottleneck of width b is affine, so the
 * latent states then lie in a b-dimensional affine subspace.
 */
export function encoderLayers(shape: EncoderShape): Layer {
  const { inputDimension: inputs, latentDimension: outputs, width, hidden, bottleneck } = shape;
  if (bottleneck === undefined) return mlp(ENCODER, { ...shape, inputs, outputs });
  const layers: Layer[] = [];
  if (hidden > 0) {
    const { batchNorm: normalised } = shape;
    const body = { inputs, outputs: width, width, hidden: hidden - 1, batchNorm: normalised };
    layers.push(mlp(ENCODER, body), relu);
  }
  layers.push(dense(`${ENCODER}.bottleneck`, hidden > 0 ? width : inputs, bottleneck));
  const last = `${ENCODER}.${hidden}`;
  layers.push((shape.orthogonal ? orthogonalDense : dense)(last, bottleneck, outputs));
  if (shape.batchNorm) layers.push(batchNorm(`${last}.norm`, outputs));
  return chain(layers);
}
