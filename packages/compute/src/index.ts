export type { InputSpec, TensorFunction, Tensors } from './tensor-function.js';
export { trace } from './trace/trace.js';
export { encodeModel } from './onnx/encode-model.js';
export type { Arrays, CompiledFunction, Engine, EngineName } from './engines/engine.js';
export { onnxNativeEngine } from './engines/onnx-native.js';
export { onnxWasmEngine } from './engines/onnx-wasm.js';
export { tfjsEngine, type TfjsBackend } from './engines/tfjs.js';
export { groupOf } from './program.js';
export type {
  ParameterSpec,
  Program,
  ProgramResult,
  ProgramTensors,
  StateSpec,
} from './program.js';
export { createTrainer, type Trainer, type TrainerOptions } from './trainer.js';
export { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from './checkpoint.js';
export type { AdamOptions } from './optimisers/adam.js';
export { optimiserMemory, type OptimiserMemory } from './optimisers/optimiser-memory.js';
export { chain, type Layer, type LayerScope, type Tangent } from './nn/layer.js';
export { dense } from './nn/dense.js';
export { orthogonalDense, orthonormalRows } from './nn/orthogonal-dense.js';
export { relu } from './nn/relu.js';
export { batchNorm, type BatchNormOptions } from './nn/batch-norm.js';
export { mlp, type MlpOptions } from './nn/mlp.js';
export { matrixExponential } from './nn/matrix-exponential.js';
export { scaleGradient, stopGradient } from './nn/gradient-control.js';
export { identityAutoencoder, type TrainableEncoder } from './nn/trainable-encoder.js';
export { withGradient } from './nn/custom-gradient.js';
export {
  engineNames,
  examineEngines,
  selectEngine,
  type EngineReport,
} from './engines/select-engine.js';
