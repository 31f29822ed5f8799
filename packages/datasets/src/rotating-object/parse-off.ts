import { NoetherError } from '@noether/contracts';
import type { Mesh } from './mesh.js';

interface Line {
  /** As editors count them, from 1. */
  readonly number: number;
  readonly words: readonly string[];
}

/**
 * Reads the mesh of an Object File Format text (.off, as in ModelNet): `OFF`, the numbers of vertices and
 * faces, a line for each vertex and for each face. The counts may stand on the line of the header, with or
 * without a space between; comments from # on, empty lines and the variants COFF and NOFF are read;
 * colours, normals and the number of edges are ignored; a polygon becomes a fan of triangles, a face of
 * fewer than three vertices nothing.
 * @throws NoetherError `invalid-off` that names the line, or says what is missing for a surface: a face of
 * three vertices, or vertices in more than one point
 */
export function parseOff(text: string): Mesh {
  const lines = linesOf(text);
  const [vertexCount, faceCount] = counts(lines);
  if (lines.length < vertexCount + faceCount) {
    throw new NoetherError(
      `The .off file has ${lines.length} lines after its header; ${vertexCount} vertices and ` +
        `${faceCount} faces need ${vertexCount + faceCount}.`,
      { code: 'invalid-off', hint: 'It was probably cut off while it was copied.' },
    );
  }
  const vertices = new Float64Array(3 * vertexCount);
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    vertices.set(numbers(lines[vertex], 3, 'a vertex has three finite coordinates'), 3 * vertex);
  }
  const triangles: number[] = [];
  for (const line of lines.slice(vertexCount, vertexCount + faceCount)) {
    triangles.push(...fan(line, vertexCount));
  }
  if (triangles.length === 0) {
    throw noSurface('has no face of three vertices or more', 'Export the mesh with its faces.');
  }
  if (vertices.every((value, at) => value === vertices[at % 3])) {
    const point = vertices.subarray(0, 3).join(', ');
    throw noSurface(`has all ${vertexCount} vertices at (${point})`, 'Export the mesh anew.');
  }
  return { vertices, triangles: Int32Array.from(triangles) };
}

/** The lines that say something. */
function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({
      number: at + 1,
      words: line.replace(/#.*/, '').split(/\s+/).filter(Boolean),
    }))
    .filter(({ words }) => words.length > 0);
}

/** Takes the header off the lines. */
function counts(lines: Line[]): readonly [vertices: number, faces: number] {
  const first = lines.shift();
  const [, rest] = /^(?:C|N|CN)?OFF(\d*)$/.exec(first?.words[0] ?? '') ?? [];
  if (!first || rest === undefined) {
    throw fault(first ?? { number: 1, words: [] }, 'an .off file begins with OFF');
  }
  const glued = { number: first.number, words: [rest, ...first.words.slice(1)].filter(Boolean) };
  const line = glued.words.length > 0 ? glued : lines.shift();
  if (!line) throw fault(first, 'the numbers of vertices and faces must follow');
  const wanted = 'the numbers of vertices and faces are whole numbers';
  const [vertices, faces] = numbers(line, 2, wanted);
  if (![vertices, faces].every((count) => Number.isInteger(count) && count >= 0)) {
    throw fault(line, wanted);
  }
  return [vertices, faces];
}

/** The triangles of a polygon around its first vertex. */
function fan(line: Line, vertexCount: number): number[] {
  const [size] = numbers(line, 1, 'a face begins with the number of its vertices');
  const wanted = `a face of ${size} vertices needs as many numbers from 0 to ${vertexCount - 1}`;
  const corners = numbers({ ...line, words: line.words.slice(1) }, size, wanted);
  if (!corners.every((at) => Number.isInteger(at) && at >= 0 && at < vertexCount)) {
    throw fault(line, wanted);
  }
  return corners.slice(1, -1).flatMap((corner, at) => [corners[0], corner, corners[at + 2]]);
}

function numbers(line: Line, count: number, wanted: string): number[] {
  const values = line.words.slice(0, count).map(Number);
  if (values.length === count && values.every(Number.isFinite)) return values;
  throw fault(line, wanted);
}

function noSurface(what: string, hint: string): NoetherError {
  return new NoetherError(`The .off file ${what}.`, { code: 'invalid-off', hint });
}

function fault({ number, words }: Line, wanted: string): NoetherError {
  const shown = words.join(' ').slice(0, 60);
  return new NoetherError(`Line ${number} of the .off file is "${shown}".`, {
    code: 'invalid-off',
    value: number,
    hint: `There, ${wanted}.`,
  });
}
