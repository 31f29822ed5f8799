import type { Command } from 'commander';
import {
  groupByName,
  groupCatalogue,
  killingForm,
  structureConstants,
  type Group,
} from '@noether/lie-algebra';
import { symmetricEigen } from '@noether/numerics';

/** Larger groups have too many brackets to read. */
const largestShown = 100;

/** `noether groups`: the groups that have a name; `noether groups so3`: what one of them is. */
export function addGroups(program: Command): void {
  program
    .command('groups')
    .description(
      'List the groups that have a name, or show one: generators, brackets, Killing form',
    )
    .argument('[name]', 'for instance so3, "so(1,3)" or "so3 x scaling2"')
    .action((name?: string) => {
      const lines = name === undefined ? listGroups() : showGroup(groupByName(name));
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

/** One line a family of groups, and how names are put together. */
export function listGroups(): string[] {
  const rows = groupCatalogue.map(({ form, example, summary }) => {
    const { dimension, size } = groupByName(example);
    return [form, example, `${dimension}`, `${size} × ${size}`, summary];
  });
  const table = align([['name', 'example', 'dimension', 'matrices', ''], ...rows]);
  return [
    ...table,
    '',
    'Products: "so3 x scaling2". The same element on several vectors: "2*so3".',
    'One in detail: noether groups so3',
  ];
}

/** Generators, brackets, Killing form and signature of a group; of a large one only the first line. */
export function showGroup(group: Group): string[] {
  const { name, size, dimension, generators, compact, connected } = group;
  const flags = [
    compact === undefined ? [] : [compact ? 'compact' : 'not compact'],
    connected === undefined ? [] : [connected ? 'connected' : 'not connected'],
  ].flat();
  const title = [`${name}: dimension ${dimension}, ${size} × ${size} matrices`, ...flags].join(
    ', ',
  );
  if (dimension > largestShown) {
    return [
      title,
      `Generators, brackets and Killing form are shown up to dimension ${largestShown}.`,
    ];
  }
  const form = killingForm(generators, size);
  return [
    title,
    '',
    ...generators.flatMap((generator, index) => [
      `L${index + 1}`,
      ...matrixLines(generator, size),
      '',
    ]),
    'Brackets',
    ...bracketLines(group),
    '',
    'Killing form',
    ...matrixLines(form, dimension),
    signatureLine(form, dimension),
  ];
}

function matrixLines(matrix: Float64Array, n: number): string[] {
  const rows = Array.from({ length: n }, (_, row) =>
    Array.from(matrix.subarray(row * n, (row + 1) * n), number),
  );
  const width = Math.max(...rows.flat().map((text) => text.length));
  return rows.map((row) => `  ${row.map((text) => text.padStart(width)).join('  ')}`);
}

function bracketLines({ generators, size, dimension: c }: Group): string[] {
  const constants = structureConstants(generators, size);
  const lines: string[] = [];
  for (let i = 0; i < c; i++) {
    for (let j = i + 1; j < c; j++) {
      const sum = termsOf(constants.subarray((i * c + j) * c, (i * c + j + 1) * c));
      if (sum !== '') lines.push(`  [L${i + 1}, L${j + 1}] = ${sum}`);
    }
  }
  return lines.length > 0 ? lines : ['  all are 0: the group is abelian'];
}

function termsOf(coefficients: Float64Array): string {
  let text = '';
  coefficients.forEach((coefficient, k) => {
    const size = number(Math.abs(coefficient));
    if (size === '0') return;
    const minus = coefficient < 0 ? '−' : '';
    const sign = text === '' ? minus : minus === '' ? ' + ' : ' − ';
    text += `${sign}${size === '1' ? '' : `${size} `}L${k + 1}`;
  });
  return text;
}

function signatureLine(form: Float64Array, n: number): string {
  const { values } = symmetricEigen(form, n);
  const positive = values.filter((value) => value > 1e-9).length;
  const negative = values.filter((value) => value < -1e-9).length;
  const zero = n - positive - negative;
  const reading = zero === 0 ? 'semisimple' : zero === n ? 'Killing form 0' : 'not semisimple';
  return `Signature: ${positive} positive, ${negative} negative, ${zero} zero; ${reading}`;
}

/** Up to four digits, without −0. */
function number(value: number): string {
  return String(Number(value.toFixed(4)) + 0).replace('-', '−');
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] + 2))
      .join('')
      .trimEnd(),
  );
}
