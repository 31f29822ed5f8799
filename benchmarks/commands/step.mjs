// npm run bench -- step [--only TEXT] [--pairs 5] [--steps 30] [--seconds 4] [--engine onnx-native]
//                       [--torch PYTHON] [--tfjs wasm,tensorflow,cpu]
// Times the training step of every configuration whose label holds TEXT against PyTorch's (where --torch
// or NOETHER_TORCH names a Python that has it) and against tfjs on the back-ends of --tfjs (wasm; none with ''). A process
// times up to --steps steps, no new one after --seconds but for three. Rows go to
// results/step-DATE.json, beside other rows of that day, and into the table results/step.md.
import { parseArgs } from 'node:util';
import { runTypescript } from '../run-typescript.mjs';
import { ourPeer, tfjsPeer, torchPeer } from '../step/peers.mjs';
import { keepRows, writeTable } from '../step/results.mjs';
import { timeRow } from '../step/time-row.mjs';

export function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      pairs: { type: 'string', default: '5' },
      steps: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '4' },
      engine: { type: 'string', default: 'onnx-native' },
      torch: { type: 'string', default: process.env.NOETHER_TORCH ?? 'python3' },
      tfjs: { type: 'string', default: 'wasm' },
    },
  });
  const torch = torchPeer(values.torch, values);
  if (!torch) console.log(`${values.torch} has no PyTorch: timing without it.`);
  const backends = values.tfjs.split(',').filter(Boolean);
  const peers = [...(torch ? [torch] : []), ...backends.map((name) => tfjsPeer(name, values))];
  const ours = ourPeer(values.engine, values);
  const list = runTypescript('step/list.ts');
  const labels = list.map(({ name, batch }) => `${name}, batch ${batch}`);
  for (const [index, configuration] of list.entries()) {
    if (!labels[index].includes(values.only)) continue;
    const row = timeRow(labels[index], Number(values.pairs), configuration, index, ours, peers);
    console.log(line(row));
    keepRows([row], values.engine);
  }
  writeTable(labels, values.engine);
}

function line({ label, medianMs, compileMs, peakMb, peers }) {
  const others = Object.entries(peers).map(([name, peer]) =>
    peer.missing
      ? `, ${name}: ${peer.missing}`
      : `, ${name} ${peer.medianMs.toFixed(2)} ms, ratio ${peer.ratio.toFixed(3)} (${peer.ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
  );
  return `${label}: ours ${medianMs.toFixed(2)} ms${others.join('')}, compiled in ${(compileMs / 1000).toFixed(2)} s, peak ${peakMb.toFixed(0)} MB`;
}
