import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fileURLToPath } from 'node:url';
import { parseOff, readOff } from '@noether/datasets';

const POINTS = ['0 0 0', '1 0 0', '1 1 0', '0 1 0', '0.5 .5 1e0'];
const FACES = ['4 0 1 2 3', '3 0 1 4'];
const TRIANGLES = [0, 1, 2, 0, 2, 3, 0, 1, 4];

function off(header: string, points = POINTS, faces = FACES): string {
  return [header, ...points, ...faces, ''].join('\n');
}

test('header, vertices and faces; a square becomes two triangles', () => {
  const { vertices, triangles } = parseOff(off('OFF\n5 2 0'));
  assert.is(vertices.length, 15);
  assert.equal([...vertices.subarray(12)], [0.5, 0.5, 1]);
  assert.equal([...triangles], TRIANGLES);
});

const variants: Readonly<Record<string, string>> = {
  'counts glued to the header, as in part of ModelNet': off('OFF5 2 0'),
  'counts on the line of the header': off('OFF 5 2'),
  'comments and empty lines': off('# made by hand\n\nOFF # five points\n\n5 2 7\n#'),
  'line ends of Windows, a byte order mark, tabs': `\uFEFF${off('OFF\t5\t2\t0')}`.replace(
    /\n/g,
    '\r\n',
  ),
  'colours of vertices and faces': off(
    'COFF\n5 2 0',
    POINTS.map((point) => `${point} 255 0 0 255`),
    FACES.map((face) => `${face} 0.5 0.5 0.5`),
  ),
  normals: off(
    'NOFF 5 2 0',
    POINTS.map((point) => `${point} 0 0 1`),
  ),
  'faces that are an edge or a point': off('OFF 5 4 0', POINTS, ['2 0 1', ...FACES, '1 3']),
};

for (const [name, text] of Object.entries(variants)) {
  test(name, () => assert.equal([...parseOff(text).triangles], TRIANGLES));
}

test('a pentagon becomes a fan around its first vertex', () => {
  const { triangles } = parseOff(off('OFF 5 1 0', POINTS, ['5 4 3 2 1 0']));
  assert.equal([...triangles], [4, 3, 2, 4, 2, 1, 4, 1, 0]);
});

const faults: Readonly<Record<string, readonly [string, RegExp]>> = {
  'another format': ['ply\nformat ascii 1.0', /Line 1 .* "ply"\. There, an \.off file begins/],
  'an empty file': ['', /Line 1 .*begins with OFF/],
  'a header alone': ['OFF\n', /Line 1 .*numbers of vertices and faces must follow/],
  'a binary one': ['OFF BINARY\n', /Line 1 .*are whole numbers/],
  'counts that are no numbers': ['OFF\n5 x 0', /Line 2 .*"5 x 0".*are whole numbers/],
  'a file cut off': [off('OFF 5 3 0'), /has 7 lines after its header; .* need 8.*cut off/],
  'a vertex of two numbers': [off('OFF 1 0 0', ['1 2'], []), /Line 2 .*three finite/],
  'a vertex that is not finite': [off('OFF 1 0 0', ['1 2 nan'], []), /Line 2 .*three finite/],
  'a vertex that does not exist': [off('OFF 5 1 0', POINTS, ['3 0 1 5']), /Line 7 .*0 to 4/],
  'a face too short': [off('OFF 5 1 0', POINTS, ['3 0 1']), /Line 7 .*face of 3 vertices/],
};

for (const [name, [text, message]] of Object.entries(faults)) {
  test(`${name} is refused and the line named`, () => assert.throws(() => parseOff(text), message));
}

test('a file that is no surface says what is missing', () => {
  assert.throws(
    () => parseOff(off('OFF 5 0 0', POINTS, [])),
    /^The \.off file has no face of three vertices or more\. Export/,
  );
  assert.throws(() => parseOff(off('OFF 5 2 0', POINTS, ['2 0 1', '1 3'])), /has no face/);
  const point = POINTS.map(() => '1 2 0.5');
  assert.throws(() => parseOff(off('OFF 5 2 0', point)), /has all 5 vertices at \(1, 2, 0\.5\)\./);
});

test('a file is read, and named when it is at fault', async () => {
  const path = (name: string): string =>
    fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  assert.equal([...(await readOff(path('pyramid.off'))).triangles].length, 18);
  const failure = (name: string): Promise<string> =>
    readOff(path(name)).then(
      () => '',
      ({ message }: Error) => message,
    );
  assert.match(await failure('absent.off'), /absent\.off does not exist/);
  assert.match(await failure('broken.off'), /broken\.off: Line 4/);
  assert.match(await failure('no-faces.off'), /no-faces\.off: The \.off file has no face/);
});

test.run();
