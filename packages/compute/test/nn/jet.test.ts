import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  chain,
  dense,
  elu,
  pushJet,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
  type Layer,
  type LayerScope,
  type Tensors,
} from '../../src/index.js';
import { onCpu, type Given } from '../support/on-cpu.js';

const [ROWS, WIDE] = [5, 6];
const network = (activation: Layer): Layer =>
  chain([
    dense('l.0', WIDE, 7),
    activation,
    dense('l.1', 7, 4, false),
    activation,
    dense('l.2', 4, 3),
  ]);

const layers: Readonly<Record<string, Layer>> = {
  dense: dense('l', WIDE, 3),
  'dense without bias': dense('l', WIDE, 3, false),
  relu,
  sigmoid: network(sigmoid),
  tanh: network(tanh),
  elu: network(elu),
  softplus: network(softplus),
};

function givenFor(layer: Layer): Record<string, Given> {
  const random = randomStream('jet');
  const draw = (): Given => ({
    shape: [ROWS, WIDE],
    data: random.fillNormal(new Float32Array(ROWS * WIDE)),
  });
  const parameters = Object.entries(layer.parameters).map(([name, { shape, initial }]) => [
    name,
    { shape, data: initial(random.split(name)) },
  ]);
  return { x: draw(), v: draw(), a: draw(), ...Object.fromEntries(parameters) };
}

const scopeOf = (parameters: Tensors): LayerScope => ({
  parameters,
  state: {},
  nextState: {},
  training: false,
});

for (const [name, layer] of Object.entries(layers)) {
  test(`${name}: a jet has the value and tangent of push, and the acceleration by differences of tangents`, async () => {
    const h = 2 ** -9;
    const found = await onCpu((tensors) => {
      const scope = scopeOf(tensors);
      const [x, v, a] = [tensors.x, tensors.v, tensors.a] as tf.Tensor2D[];
      const jet = pushJet(layer, { value: x, tangent: v, acceleration: a }, scope);
      const pushed = layer.push({ value: x, tangent: v }, scope);
      // The path x + v t + a t²/2 has the tangent v + a t.
      const at = (t: number): tf.Tensor => {
        const value = tf.add(x, tf.add(tf.mul(v, t), tf.mul(a, (t * t) / 2))) as tf.Tensor2D;
        return layer.push({ value, tangent: tf.add(v, tf.mul(a, t)) }, scope).tangent;
      };
      return {
        ...jet,
        pushedValue: pushed.value,
        pushedTangent: pushed.tangent,
        ahead: at(h),
        behind: at(-h),
      };
    }, givenFor(layer));
    close(found.value, found.pushedValue);
    close(found.tangent, found.pushedTangent);
    const wanted = found.acceleration.map(
      (_, at) => (found.ahead[at] - found.behind[at]) / (2 * h),
    );
    close(found.acceleration, wanted, { atol: 1e-3 });
    assert.ok(Math.max(...wanted.map(Math.abs)) > 0.02);
  });
}

test('gradients go through the acceleration to the weights', async () => {
  const layer = network(tanh);
  const given = givenFor(layer);
  const h = 2 ** -6;
  const found = await onCpu((tensors) => {
    const [value, tangent, acceleration] = [tensors.x, tensors.v, tensors.a] as tf.Tensor2D[];
    const size = (weight: tf.Tensor): tf.Scalar =>
      tf.mean(
        tf.square(
          pushJet(
            layer,
            { value, tangent, acceleration },
            scopeOf({ ...tensors, 'l.0.weight': weight }),
          ).acceleration,
        ),
      );
    const weight = tensors['l.0.weight'];
    const direction = tf.sin(tf.mul(weight, 9));
    return {
      exact: tf.sum(tf.mul(tf.grad(size)(weight), direction)),
      ahead: size(tf.add(weight, tf.mul(direction, h))),
      behind: size(tf.sub(weight, tf.mul(direction, h))),
    };
  }, given);
  const wanted = (found.ahead[0] - found.behind[0]) / (2 * h);
  close(found.exact, [wanted], { rtol: 1e-2 });
  assert.ok(Math.abs(wanted) > 1e-3);
});

test('a layer without second derivatives is named for what it lacks', async () => {
  const x = { shape: [1, 2], data: [1, 2] };
  let message = '';
  await onCpu(
    ({ x: given }) => {
      const value = given as tf.Tensor2D;
      const path = { value, tangent: value, acceleration: value };
      assert.throws(
        () => pushJet(chain([relu, softmax]), path, scopeOf({})),
        (error: Error) => {
          message = error.message;
          return true;
        },
      );
      return { value };
    },
    { x },
  );
  assert.match(message, /no forward mode of second order.*sigmoid, tanh, elu/);
});

test.run();
