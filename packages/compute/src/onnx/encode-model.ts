import type { Attribute, Constant, ElementType, Graph, GraphNode, Port } from '../trace/graph.js';
import { ProtobufWriter } from './protobuf.js';

const TYPE_CODES: Readonly<Record<ElementType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
};
const IR_VERSION = 9;
const OPSET = 18;

/**
 * The graph as an ONNX model file (onnx.proto3: ModelProto), operator set 18 plus onnxruntime's own
 * operators, `com.microsoft` and such. `sequence` names one more output, ahead of the others: an
 * empty sequence.
 */
export function encodeModel(graph: Graph, sequence?: string): Uint8Array {
  const writer = new ProtobufWriter()
    .integer(1, IR_VERSION)
    .text(2, 'noether')
    .message(7, (inner) => writeGraph(inner, graph, sequence))
    .message(8, (inner) => inner.text(1, '').integer(2, OPSET));
  const own = new Set(['com.microsoft', ...graph.nodes.map(({ domain }) => domain)]);
  own.delete('');
  for (const domain of own) writer.message(8, (inner) => inner.text(1, domain).integer(2, 1));
  return writer.finish();
}

function writeGraph(writer: ProtobufWriter, graph: Graph, sequence: string | undefined): void {
  for (const node of graph.nodes) writer.message(1, (inner) => writeNode(inner, node));
  if (sequence !== undefined) writer.message(1, (inner) => writeNode(inner, emptyOf(sequence)));
  writer.text(2, 'step');
  for (const [name, constant] of graph.constants) {
    writer.message(5, (inner) => writeTensor(inner, name, constant));
  }
  for (const port of graph.inputs) writer.message(11, (inner) => writePort(inner, port));
  if (sequence !== undefined) writer.message(12, (inner) => writeSequence(inner, sequence));
  for (const port of graph.outputs) writer.message(12, (inner) => writePort(inner, port));
}

function emptyOf(name: string): GraphNode {
  return { op: 'SequenceEmpty', domain: '', inputs: [], outputs: [name], attributes: {} };
}

/** ValueInfoProto of a sequence of float32 tensors. */
function writeSequence(writer: ProtobufWriter, name: string): void {
  writer
    .text(1, name)
    .message(2, (type) =>
      type.message(4, (list) =>
        list.message(1, (element) =>
          element.message(1, (tensor) => tensor.integer(1, TYPE_CODES.float32)),
        ),
      ),
    );
}

function writeNode(writer: ProtobufWriter, node: GraphNode): void {
  for (const name of node.inputs) writer.text(1, name);
  for (const name of node.outputs) writer.text(2, name);
  writer.text(3, `${node.op} ${node.outputs[0]}`).text(4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) {
    writer.message(5, (inner) => writeAttribute(inner, name, value));
  }
  if (node.domain) writer.text(7, node.domain);
}

/** AttributeProto: f = 2, i = 3, s = 4, ints = 8, type = 20 (1 float, 2 int, 3 string, 7 ints). */
function writeAttribute(writer: ProtobufWriter, name: string, value: Attribute): void {
  writer.text(1, name);
  if (typeof value === 'number') writer.integer(3, value).integer(20, 2);
  else if (typeof value === 'string') writer.text(4, value).integer(20, 3);
  else if ('float' in value) writer.float(2, value.float).integer(20, 1);
  else {
    for (const entry of value) writer.integer(8, entry);
    writer.integer(20, 7);
  }
}

/** TensorProto: dims = 1, data_type = 2, name = 8, raw_data = 9. */
function writeTensor(writer: ProtobufWriter, name: string, constant: Constant): void {
  for (const extent of constant.shape) writer.integer(1, extent);
  const { buffer, byteOffset, byteLength } = constant.data;
  writer.integer(2, TYPE_CODES[constant.type]).text(8, name);
  writer.bytes(9, new Uint8Array(buffer, byteOffset, byteLength));
}

/** ValueInfoProto with a fixed shape. */
function writePort(writer: ProtobufWriter, port: Port): void {
  writer.text(1, port.name).message(2, (type) =>
    type.message(1, (tensor) =>
      tensor.integer(1, TYPE_CODES[port.type]).message(2, (shape) => {
        for (const extent of port.shape) shape.message(1, (axis) => axis.integer(1, extent));
      }),
    ),
  );
}
