import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ProtobufWriter } from '../../src/onnx/protobuf.js';

const hex = (writer: ProtobufWriter): string => Buffer.from(writer.finish()).toString('hex');

// The examples of protobuf.dev/programming-guides/encoding.
test('varints, texts and messages as in the documentation of Protocol Buffers', () => {
  assert.is(hex(new ProtobufWriter().integer(1, 150)), '089601');
  assert.is(hex(new ProtobufWriter().text(2, 'testing')), '120774657374696e67');
  assert.is(hex(new ProtobufWriter().message(3, (inner) => inner.integer(1, 150))), '1a03089601');
});

test('negative integers take ten bytes of two’s complement', () => {
  assert.is(hex(new ProtobufWriter().integer(1, -2)), '08feffffffffffffffff01');
  assert.is(hex(new ProtobufWriter().integer(1, 0)), '0800');
  assert.is(hex(new ProtobufWriter().integer(1, 2 ** 53 - 1)), '08ffffffffffffff0f');
});

test('floats are little-endian, field numbers above 15 take two bytes', () => {
  assert.is(hex(new ProtobufWriter().float(5, 1.5)), '2d0000c03f');
  assert.is(hex(new ProtobufWriter().integer(20, 7)), 'a00107');
});

test('bytes, and lengths above 127', () => {
  const written = new ProtobufWriter().bytes(9, new Uint8Array(300).fill(7)).finish();
  assert.is(Buffer.from(written.subarray(0, 4)).toString('hex'), '4aac0207');
  assert.is(written.length, 303);
});

test.run();
