import * as tf from '@tensorflow/tfjs';

/**
 * A function with a gradient of its own. `gradient` gets the upstream gradient and the inputs and
 * returns one gradient for each input. It recomputes what it needs from the inputs: a compiled
 * function shares those values with the forward pass, so nothing is computed twice.
 */
export function withGradient<Inputs extends readonly tf.Tensor[], Output extends tf.Tensor>(
  value: (...inputs: Inputs) => Output,
  gradient: (upstream: Output, inputs: Inputs) => tf.Tensor[],
): (...inputs: Inputs) => Output {
  const custom = tf.customGrad(((...args: [...tf.Tensor[], tf.GradSaveFunc]) => {
    const save = args.pop() as tf.GradSaveFunc;
    const inputs = args as unknown as Inputs;
    const output = value(...inputs);
    // Not before: what is saved when `value` throws belongs to nothing that could give it back.
    save([...inputs]);
    return {
      value: output,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const gradients = gradient(dy as Output, saved as unknown as Inputs);
        return gradients.length === 1 ? gradients[0] : gradients;
      },
    };
  }) as unknown as Parameters<typeof tf.customGrad>[0]);
  return custom as unknown as (...inputs: Inputs) => Output;
}
