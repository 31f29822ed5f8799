/** Element types that a traced program may use, by their tfjs names; `int64` serves ONNX shape inputs. */
export type ElementType = 'float32' | 'int32' | 'bool' | 'int64';

export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface GraphNode {
  readonly op: string;
  /** Operator set: empty for ONNX itself, `com.microsoft` for onnxruntime's own operators. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Constant {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array | BigInt64Array;
}

export interface Port {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
}

/** A straight-line program: nodes in an order in which every input is known before it is used. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly constants: ReadonlyMap<string, Constant>;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** Floating-point operations of the matrix products, for choosing threads. */
  readonly work: number;
  /** Shapes of the values that the trace knows; absent where nobody traced. */
  readonly shapes?: ReadonlyMap<string, readonly number[]>;
}

/** Collects nodes; an identical pure node is made once and shared (common sub-expressions). */
export class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  readonly constants: Map<string, Constant> = new Map();
  readonly inputs: Port[] = [];
  /** Shapes of values as they lie in memory, where the trace back-end knows them. */
  readonly shapes: Map<string, readonly number[]> = new Map();
  work = 0;
  readonly #made = new Map<string, readonly string[]>();
  #count = 0;

  input(name: string, shape: readonly number[], type: ElementType): string {
    this.inputs.push({ name, type, shape });
    return name;
  }

  constant(data: Constant['data'], shape: readonly number[], type: ElementType): string {
    const key = `constant ${type} ${shape.join('x')} ${hash(data)}`;
    const known = this.#made.get(key)?.find((name) => sameData(this.constants.get(name), data));
    if (known) return known;
    const name = `:c${this.#count++}`;
    this.constants.set(name, { data, shape, type });
    this.#made.set(key, [...(this.#made.get(key) ?? []), name]);
    return name;
  }

  scalar(value: number, type: ElementType = 'float32'): string {
    if (type === 'float32') return this.constant(Float32Array.of(value), [], type);
    if (type === 'int32') return this.constant(Int32Array.of(value), [], type);
    return this.constant(Uint8Array.of(value), [], type);
  }

  /** A 1-D int64 constant, the form in which ONNX takes shapes, axes and bounds. */
  integers(values: readonly number[]): string {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length], 'int64');
  }

  node(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain = '',
  ): string {
    return this.append(op, inputs, attributes, domain, 1)[0];
  }

  /** A node with several outputs. */
  split(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    outputs: number,
  ): readonly string[] {
    return this.append(op, inputs, attributes, '', outputs);
  }

  /** The output of `op(inputs)` if such a node was made before. */
  find(op: string, inputs: readonly string[]): string | undefined {
    return this.#made.get(keyOf(op, inputs, {}, ''))?.[0];
  }

  private append(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    domain: string,
    count: number,
  ): readonly string[] {
    const key = keyOf(op, inputs, attributes, domain);
    const known = this.#made.get(key);
    if (known) return known;
    const outputs = Array.from({ length: count }, () => `:v${this.#count++}`);
    this.nodes.push({ op, domain, inputs, outputs, attributes });
    this.#made.set(key, outputs);
    return outputs;
  }
}

function keyOf(
  op: string,
  inputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>>,
  domain: string,
): string {
  return `${domain}:${op}(${inputs.join(',')})${JSON.stringify(attributes)}`;
}

/** FNV-1a over the bytes. */
function hash({ buffer, byteOffset, byteLength }: Constant['data']): number {
  let value = 0x811c9dc5;
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) {
    value = Math.imul(value ^ byte, 0x01000193);
  }
  return value >>> 0;
}

function sameData(constant: Constant | undefined, data: Constant['data']): boolean {
  if (constant === undefined || constant.data.length !== data.length) return false;
  return (constant.data as Float32Array).every((value, index) => Object.is(value, data[index]));
}
