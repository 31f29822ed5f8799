export type { Columns, Dataset, Factors, RecordingFile } from './dataset.js';
export type { SimulationOptions, System } from './system.js';
export { systems } from './systems.js';
export { simulate } from './simulate.js';
export {
  lotkaVolterra,
  lotkaVolterraEnergy,
  lotkaVolterraField,
  lotkaVolterraSystem,
} from './systems/lotka-volterra.js';
export { pendulum, pendulumEnergy, pendulumField, pendulumSystem } from './systems/pendulum.js';
export { dampedOscillatorField, dampedOscillatorSystem } from './systems/damped-oscillator.js';
export { lorenzField, lorenzSystem } from './systems/lorenz.js';
export { seirField, seirPopulation, seirSystem } from './systems/seir.js';
export { selkovField, selkovSystem } from './systems/selkov.js';
export { bodiesEnergy, bodiesField } from './systems/bodies.js';
export { threeBodySystem } from './systems/three-body.js';
export { twoBodySystem } from './systems/two-body.js';
export type { Sample, SampleOptions, SampleSource } from './samples/sample-source.js';
export { drawSamples } from './samples/draw-samples.js';
export { recordedJets, type RecordedJetsOptions } from './samples/recorded-jets.js';
export { sampleSources } from './samples/sample-sources.js';
export { doubleBumpSignal } from './samples/double-bump.js';
export { turned, unitMesh, type Mesh } from './rotating-object/mesh.js';
export { parseOff } from './rotating-object/parse-off.js';
export { readOff } from './rotating-object/read-off.js';
export { boxes, type Box } from './rotating-object/boxes.js';
export { objects } from './rotating-object/furniture.js';
export { randomRotation, smallTurns } from './rotating-object/random-rotation.js';
export { renderView, type RenderOptions } from './rotating-object/render-view.js';
export { renderViews } from './rotating-object/render-views.js';
export { rotatingObject, type RotatingObjectOptions } from './rotating-object/rotating-object.js';
export { windows, windowsOfFrames, windowsOfRows, type WindowOptions } from './windows.js';
export { openNpyRows, type NpyRows } from './npy/npy-rows.js';
export { datasetFromFile, type FileDatasetOptions } from './dataset-from-file.js';
export { writeNpy, type WriteNpyOptions, type WrittenNpy } from './npy/write-npy.js';
export type { Split, SplitFractions } from './split.js';
export { splitTrajectories } from './split-trajectories.js';
export { splitInTime } from './split-in-time.js';
export { datasetFromTrajectories, type DatasetOptions } from './dataset-from-trajectories.js';
export { withVelocities } from './with-velocities.js';
export { samplingUnevenness } from './sampling-unevenness.js';
export { readTrajectories, type ReadOptions } from './read-trajectories.js';
export type { RecordingOptions } from './recording-options.js';
export { fromCsv, type CsvOptions } from './from-csv.js';
export { fromHdf5, type Hdf5Options } from './from-hdf5.js';
export { fromNpy, type NpyOptions } from './from-npy.js';
export { fromTable, type ColumnarTable, type TableOptions } from './from-table.js';
export {
  spiralWave,
  type SpiralFrame,
  type SpiralWaveOptions,
} from './reaction-diffusion/spiral-wave.js';
export { reactionDiffusion } from './reaction-diffusion/reaction-diffusion.js';
export {
  storedSide,
  waveFrames,
  type ReactionDiffusionOptions,
  type WaveFrame,
} from './reaction-diffusion/wave-frames.js';
export type { EmbeddedDataset } from './embeddings/embedded-dataset.js';
export type { EmbeddingSizes } from './embeddings/embedding-sizes.js';
export {
  embedLorenz,
  legendreModes,
  lorenz128,
  type Lorenz128Options,
} from './embeddings/lorenz-128.js';
export {
  pendulumFrame,
  pendulumVideo,
  type PendulumFrame,
  type PendulumVideo,
  type PendulumVideoOptions,
} from './embeddings/pendulum-video.js';
