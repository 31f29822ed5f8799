import { gaps } from './engines.js';
import { exceptions } from './exceptions.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';

const ENGINES = ['onnx-native', 'onnx-wasm', 'tfjs-wasm', 'tfjs-tensorflow'];

/** The operations × engines that the conformance test holds, as Markdown. */
export function operationTable(): string {
  const lines = [
    `| operations | ${ENGINES.map((engine) => `\`${engine}\``).join(' | ')} |`,
    `| --- |${' --- |'.repeat(ENGINES.length)}`,
    ...Object.entries(operations).map(([family, table]) => {
      const names = table.map(({ name, gradient }) => (gradient ? name : `_${name}_`));
      const cells = ENGINES.map((engine) => cell(engine, table));
      return `| **${family}**: ${names.join(', ')} | ${cells.join(' | ')} |`;
    }),
  ];
  return ['', ...lines, '', 'In italics: values only.', '', ''].join('\n');
}

/** What an engine does of the operations: all of them, and with which exceptions. */
function cell(engine: string, table: readonly Operation[]): string {
  const isOwn = ({ operation }: { operation: string }): boolean =>
    table.some(({ name }) => name === operation);
  const missing = (gaps[engine] ?? []).filter(isOwn);
  const less = exceptions.filter((entry) => entry.engine === engine && isOwn(entry));
  const reasons = [...new Set(missing.map(({ reason }) => reason))].map((reason) => {
    const some = missing.filter((gap) => gap.reason === reason).map(({ operation }) => operation);
    return `${some.join('; ')} (${reason})`;
  });
  const all = reasons.length === 0 ? 'all' : `all but ${reasons.join('; ')}`;
  const tolerances = less.map(({ operation, tolerance }) => `${operation} to ${tolerance}`);
  return [all, ...tolerances].join('; ');
}
