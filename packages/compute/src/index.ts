export type { InputSpec, TensorFunction, Tensors } from './tensor-function.js';
export { trace } from './trace/trace.js';
export { encodeModel } from './onnx/encode-model.js';
export type { Arrays, CompiledFunction, Engine, EngineName } from './engines/engine.js';
export { onnxNativeEngine, type OnnxNativeOptions } from './engines/onnx-native.js';
export type { ExecutionProvider } from './engines/execution-provider.js';
export { fastestEngine, type EngineTiming } from './engines/fastest.js';
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
export { batches, type Batches, type BatchOptions } from './batches.js';
export type { SampleTable } from './batch-tables.js';
export { streamedBatches, type StreamedBatches } from './streamed-batches.js';
export {
  describeProgram,
  descriptionText,
  type ProgramDescription,
} from './describe/describe-program.js';
export { profileProgram, profileText, type ProfileOptions } from './profile/profile-program.js';
export type { OperationCost } from './profile/profile-events.js';
export { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from './checkpoint.js';
export type { AdamOptions, AdamWOptions } from './optimisers/adam.js';
export type { GroupSettings } from './optimisers/group-settings.js';
export type { Optimiser } from './optimisers/optimiser.js';
export { scheduleFactor, type Schedule } from './optimisers/schedule.js';
export type { SgdOptions } from './optimisers/sgd.js';
export { optimiserMemory, type OptimiserMemory } from './optimisers/optimiser-memory.js';
export { chain, type AnyLayer, type Layer, type LayerScope, type Tangent } from './nn/layer.js';
export { pushJet, type Jet } from './nn/jet.js';
export { dense, uniformFanIn } from './nn/dense.js';
export { heStart } from './nn/he-start.js';
export { orthogonalDense, orthonormalRows } from './nn/orthogonal-dense.js';
export { relu } from './nn/relu.js';
export {
  elu,
  gelu,
  hardSigmoid,
  leakyRelu,
  mish,
  relu6,
  selu,
  sigmoid,
  softplus,
  softsign,
  swish,
  tanh,
  thresholdedRelu,
} from './nn/activations.js';
export { prelu } from './nn/prelu.js';
export { cumulativeSum } from './nn/cumulative-sum.js';
export { softmax } from './nn/softmax.js';
export { layerNorm } from './nn/layer-norm.js';
export { conv1d } from './nn/conv1d.js';
export { conv2d } from './nn/conv2d.js';
export { convTranspose1d } from './nn/conv-transpose-1d.js';
export { convTranspose2d } from './nn/conv-transpose-2d.js';
export type { ConvolutionOptions, PaddedConvolutionOptions } from './nn/convolution-options.js';
export { pooledConv1d, pooledConv2d } from './nn/pooled-convolution.js';
export { maxPool1d, maxPool2d } from './nn/max-pool.js';
export { flatten, unflatten } from './nn/flatten.js';
export { inParts } from './nn/in-parts.js';
export { dropout } from './nn/dropout.js';
export { bilinearSample } from './nn/bilinear-sample.js';
export { batchNorm, type BatchNormOptions } from './nn/batch-norm.js';
export { mlp, type MlpOptions } from './nn/mlp.js';
export { matrixExponential } from './nn/matrix-exponential.js';
export { type BatchField, rk4Steps } from './nn/rk4-steps.js';
export { scaleGradient, stopGradient } from './nn/gradient-control.js';
export { identityAutoencoder, type TrainableEncoder } from './nn/trainable-encoder.js';
export { withGradient } from './nn/custom-gradient.js';
export {
  engineNames,
  examineEngines,
  selectEngine,
  type EngineReport,
} from './engines/select-engine.js';
