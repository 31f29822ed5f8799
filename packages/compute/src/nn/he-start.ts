import { invalidArgument, sizeOf } from '@noether/contracts';
import type { AnyLayer, Layer } from './layer.js';

/**
 * A linear layer, dense or convolutional, that starts with weights from N(0, 2/`fanIn`) and biases of 0
 * instead of PyTorch's defaults. Followed by ReLU it keeps the mean square of a signal, where the defaults
 * make a sixth of it and, layer by layer, let the bias outgrow the signal.
 *
 * Source: He et al., Delving deep into rectifiers, ICCV 2015, equation 10.
 * @param fanIn how many numbers an entry of the output sums over
 * @throws NoetherError when `fanIn` is not positive
 */
export function heStart<Linear extends AnyLayer>(layer: Linear, fanIn: number): Linear {
  if (!(fanIn > 0)) throw invalidArgument('fanIn', fanIn, 'it must be a positive number');
  const deviation = Math.sqrt(2 / fanIn);
  const parameters: Layer['parameters'] = Object.fromEntries(
    Object.entries(layer.parameters).map(([name, { shape }]) => {
      const zeros = (): Float32Array => new Float32Array(sizeOf(shape));
      const initial: Layer['parameters'][string]['initial'] = name.endsWith('.bias')
        ? zeros
        : (random) => random.fillNormal(zeros()).map((value) => deviation * value);
      return [name, { shape, initial }];
    }),
  );
  return { ...layer, parameters };
}
