import { NoetherError } from './error.js';
import { sizeOf, type NamedTensor, type TensorTable } from './tensors.js';

const BYTES = { F32: 4, F64: 8, I32: 4 } as const;
type Dtype = keyof typeof BYTES;

interface HeaderEntry {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Writes tensors in the safetensors format: 8 bytes of header length, a JSON header, raw
 * little-endian data. Metadata values are strings, as the format demands.
 */
export function toSafetensors(
  tensors: TensorTable,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let offset = 0;
  for (const [name, tensor] of Object.entries(tensors)) {
    const end = offset + tensor.data.byteLength;
    header[name] = { dtype: dtypeOf(tensor), shape: tensor.shape, data_offsets: [offset, end] };
    offset = end;
  }
  const plain = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(plain.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerLength + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, 8, 8 + headerLength);
  bytes.set(plain, 8);
  let target = 8 + headerLength;
  for (const { data } of Object.values(tensors)) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), target);
    target += data.byteLength;
  }
  return bytes;
}

/**
 * Reads what {@link toSafetensors} or any other writer of the format wrote (F32, F64 and I32).
 * @throws NoetherError when the bytes are truncated or not in the format
 */
export function fromSafetensors(bytes: Uint8Array): {
  tensors: TensorTable;
  metadata: Readonly<Record<string, string>>;
} {
  const fault = (why: string): NoetherError =>
    new NoetherError(`Not a readable safetensors file: ${why}.`, { code: 'corrupt-file' });
  if (bytes.length < 8) throw fault(`it has ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  if (headerLength > bytes.length - 8) {
    throw fault(`the header should have ${headerLength} bytes, the file ends before`);
  }
  let header: Record<string, HeaderEntry & Record<string, string>>;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as never;
    Object.keys(header);
  } catch {
    throw fault('the header is not JSON');
  }
  const base = 8 + headerLength;
  const tensors: Record<string, NamedTensor> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    if (!isEntry(entry)) throw fault(`the entry ${name} of the header is not a tensor`);
    const [from, to] = entry.data_offsets;
    if (!Object.hasOwn(BYTES, entry.dtype)) throw fault(`${name} has the type ${entry.dtype}`);
    if (from < 0) throw fault(`${name} begins before the data`);
    if (to - from !== sizeOf(entry.shape) * BYTES[entry.dtype]) {
      throw fault(`${name} has ${to - from} bytes for the shape ${entry.shape.join('×')}`);
    }
    if (base + to > bytes.length) throw fault(`${name} ends after the file`);
    tensors[name] = {
      shape: entry.shape,
      data: typed(entry.dtype, Uint8Array.from(bytes.subarray(base + from, base + to))),
    };
  }
  return { tensors, metadata: header.__metadata__ ?? {} };
}

function isEntry(entry: HeaderEntry | null): boolean {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    typeof entry.dtype === 'string' &&
    [entry.shape, entry.data_offsets].every(
      (list) => Array.isArray(list) && list.every(Number.isInteger),
    ) &&
    entry.data_offsets.length === 2
  );
}

function dtypeOf({ data }: NamedTensor): Dtype {
  if (data instanceof Float32Array) return 'F32';
  return data instanceof Float64Array ? 'F64' : 'I32';
}

function typed(dtype: Dtype, bytes: Uint8Array): NamedTensor['data'] {
  const { buffer } = bytes as { buffer: ArrayBuffer };
  if (dtype === 'F32') return new Float32Array(buffer);
  return dtype === 'F64' ? new Float64Array(buffer) : new Int32Array(buffer);
}
