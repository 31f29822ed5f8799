import type { InputSpec, TensorFunction } from '../tensor-function.js';

/** `fastest` only until it has chosen one of the others. */
export type EngineName = 'onnx-native' | 'onnx-wasm' | 'tfjs' | 'fastest';

/** The arrays a compiled function reads or writes, by the names of its inputs or outputs. */
export type Arrays = Readonly<Record<string, Float32Array | Int32Array>>;

/** A tensor function made ready for one engine and fixed shapes. */
export interface CompiledFunction {
  /** Shapes of the outputs, by name. */
  readonly outputs: Readonly<Record<string, readonly number[]>>;
  /**
   * Computes the outputs. Arrays given in `into` are written to; they may be views of one larger
   * buffer and may be the same in every call.
   */
  run(inputs: Arrays, into: Readonly<Record<string, Float32Array>>): Promise<void>;
  dispose(): Promise<void>;
}

/** What runs tensor functions. */
export interface Engine {
  readonly name: EngineName;
  /** For people and run records, e.g. `onnx-native (onnxruntime 1.30.0, 2 threads)`. */
  readonly description: string;
  /**
   * @throws NoetherError `unknown-operation`, `read-in-trace`, `foreign-tensor` with the operation's
   * name when the function cannot be compiled
   */
  compile(
    run: TensorFunction,
    inputs: Readonly<Record<string, InputSpec>>,
  ): Promise<CompiledFunction>;
}
