// What of the engines on graphics cards works here, as one JSON line.
import { selectEngine, type EngineReport } from '@noether/compute';

const reports: EngineReport[] = [];
for (const name of ['onnx-native:cuda', 'onnx-native:webgpu', 'tfjs-tensorflow-gpu']) {
  await selectEngine(name, (report) => reports.push(report)).catch(() => undefined);
}
console.log(JSON.stringify(reports));
