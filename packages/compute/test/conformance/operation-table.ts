import { exceptions, wasmGaps } from './exceptions.js';
import { operations } from './operations.js';

/** The operations × engines that the conformance test holds, as Markdown. */
export function operationTable(): string {
  const lines = [
    '| operations | `onnx-native` | `onnx-wasm` | `tfjs-wasm` |',
    '| --- | --- | --- | --- |',
  ];
  for (const [family, table] of Object.entries(operations)) {
    const names = table.map(({ name, gradient }) => (gradient ? name : `_${name}_`));
    const gaps = wasmGaps.filter(({ operation }) => table.some(({ name }) => name === operation));
    const reasons = [...new Set(gaps.map(({ reason }) => reason))];
    const missing = reasons
      .map((reason) => {
        const some = gaps.filter((gap) => gap.reason === reason).map((gap) => gap.operation);
        return `${some.join('; ')} (${reason})`;
      })
      .join('; ');
    const less = exceptions.filter(({ operation }) => table.some(({ name }) => name === operation));
    const holds = (engine: string): string => {
      const own = less.filter((entry) => entry.engine === engine);
      return own.length === 0
        ? 'all'
        : `all; ${own.map(({ operation, tolerance }) => `${operation} to ${tolerance}`).join(', ')}`;
    };
    const onTfjs = missing === '' ? holds('tfjs-wasm') : `all but ${missing}`;
    lines.push(
      `| **${family}**: ${names.join(', ')} | ${holds('onnx-native')} | ${holds('onnx-wasm')} | ${onTfjs} |`,
    );
  }
  return ['', ...lines, '', 'In italics: values only.', '', ''].join('\n');
}
