import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const bench = fileURLToPath(new URL('../../benchmarks/bench.mjs', import.meta.url));

test('bench -- gpu names what is missing, or finds a card', () => {
  const options = ['gpu', '--only', 'no configuration', '--torch', 'no-such-python'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, ...options]);
  const text = stdout.toString();
  assert.is(stderr.toString(), '');
  assert.match(text, /✘ PyTorch cuda: no-such-python has no PyTorch that sees a card/);
  const found = /^✔ /m.test(text);
  assert.is(status, found ? 0 : 1);
  if (found) return;
  assert.match(text, /✘ onnx-native:cuda: .*cuda provider does not start.*It needs an NVIDIA card/);
  assert.match(text, /✘ onnx-native:webgpu: .*webgpu provider does not start.*driver for Vulkan/);
  assert.match(text, /✘ tfjs-tensorflow-gpu: .*@tensorflow\/tfjs-node-gpu/);
  assert.match(text, /Nothing was timed: no engine finds a graphics card here/);
});

test.run();
