import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { groupByName } from '@noether/lie-algebra';
import {
  blockMask,
  parseRepresentation,
  type Parametrisation,
  type RepresentationBlock,
} from '@noether/symmetry-gan';

function fixed(copies: number, name: string): RepresentationBlock {
  const { size, generators } = groupByName(name);
  return { kind: 'fixed', copies, name, dimension: size, generators };
}

const learned = (copies: number, generators: number, dimension: number): RepresentationBlock => ({
  kind: 'learned',
  copies,
  generators,
  dimension,
});

const within = (
  block: RepresentationBlock,
  parametrisation: Parametrisation,
): RepresentationBlock => ({ ...block, parametrisation }) as RepresentationBlock;

const CASES: [text: string, timesteps: number, dimension: number, blocks: RepresentationBlock[]][] =
  [
    ['(2,1,2)', 2, 2, [learned(1, 1, 2)]],
    ['(2,1,3)', 2, 3, [learned(1, 1, 3)]],
    ['(2,1,784)', 2, 784, [learned(1, 1, 784)]],
    ['(1,so2)', 1, 2, [fixed(1, 'so2')]],
    ['(1,so2);(1,so2)', 1, 4, [fixed(1, 'so2'), fixed(1, 'so2')]],
    ['(1,so3)', 1, 3, [fixed(1, 'so3')]],
    ['(3,so3)', 1, 9, [fixed(3, 'so3')]],
    ['(3,so3)', 3, 3, [fixed(1, 'so3')]],
    ['(1,so2*r)', 1, 2, [fixed(1, 'so2*r')]],
    ['(1,so3+1)', 1, 4, [fixed(1, 'so3+1')]],
    ['(1,so4)', 1, 4, [fixed(1, 'so4')]],
    ['(2,)', 1, 2, [{ kind: 'invariant', copies: 2 }]],
    ['(2,)', 2, 1, [{ kind: 'invariant', copies: 1 }]],
    ['(2,so(1,3))', 2, 4, [fixed(1, 'so(1,3)')]],
    ['(1,so3 x scaling2)+(1,2*so2)', 1, 9, [fixed(1, 'so3 x scaling2'), fixed(1, '2*so2')]],
    ['(2,1,3,o)', 2, 3, [within(learned(1, 1, 3), { kind: 'skew' })]],
    ['(2, 1, 4, int 3)', 2, 4, [within(learned(1, 1, 4), { kind: 'integer', bound: 3 })]],
    [
      '(2,1,8,2+2+2+2);(2,)',
      2,
      9,
      [
        within(learned(1, 1, 8), { kind: 'masked', mask: blockMask([2, 2, 2, 2]) }),
        { kind: 'invariant', copies: 1 },
      ],
    ],
    [
      '(2,3,so(1,3))',
      1,
      8,
      [within(learned(2, 3, 4), { kind: 'span', basis: groupByName('so(1,3)').generators })],
    ],
    [' ( 4, 2, 3 ) + (2, )', 2, 7, [learned(2, 2, 3), { kind: 'invariant', copies: 1 }]],
  ];

for (const [text, timesteps, dimension, blocks] of CASES) {
  test(`${text} with ${timesteps} states a sample acts on ${dimension} coordinates`, () => {
    const parsed = parseRepresentation(text, timesteps);
    assert.equal(parsed.blocks, blocks);
    assert.is(parsed.dimension, dimension);
  });
}

test('so4 has six generators, so2 turns from the second axis to the first', () => {
  const generatorsOf = (text: string): readonly Float64Array[] => {
    const [block] = parseRepresentation(text, 1).blocks;
    return block.kind === 'fixed' ? block.generators : [];
  };
  assert.is(generatorsOf('(1,so4)').length, 6);
  assert.equal(generatorsOf('(1,so2)')[0], Float64Array.of(0, 1, -1, 0));
});

const FAULTS: [text: string, timesteps: number, message: RegExp][] = [
  ['', 1, /^representation is ""; expected tuples such as "\(2,1,2\)"/],
  ['2,1,2', 1, /expected tuples/],
  ['(2,1,2) and more', 1, /expected tuples/],
  ['(2,1,2', 1, /expected tuples/],
  ['()', 1, /^representation is "\(\)"; the number of copies comes first/],
  ['(so2,1)', 1, /copies comes first/],
  ['(0,1,2)', 1, /copies comes first/],
  ['(3,1,2)', 2, /"\(3,1,2\)"; 3 copies cannot be shared out among the 2 states/],
  ['(2)', 1, /expected \(copies, generators, dimension\)/],
  ['(2,1,2,1)', 1, /expected \(copies, generators, dimension\)/],
  ['(2,0,2)', 1, /expected \(copies, generators, dimension\)/],
  ['(2,1,1.5)', 1, /"\(2,1,1\.5\)"; expected \(copies, generators, dimension\)/],
  ['(1,e8)', 1, /"e8"/],
  ['(1,2,so3x)', 1, /no group named "so3x"\. Did you mean so3\?/],
  ['(1,1,2,p)', 1, /"\(1,1,2,p\)"; expected [^]* a fourth entry is o, int/],
  ['(1,1,4,2+3)', 1, /sizes of blocks/],
  ['(1,1,4,2+)', 1, /sizes of blocks/],
  ['(1,1,2,int0)', 1, /blocks\[0\]\.parametrisation\.bound is 0/],
  ['(1,1,1,o)', 1, /two dimensions or more/],
  ['(1,so(1,3)', 1, /expected tuples/],
  ['(1,so2))', 1, /expected tuples/],
];

for (const [text, timesteps, message] of FAULTS) {
  test(`"${text}" is refused`, () => {
    assert.throws(
      () => parseRepresentation(text, timesteps),
      (error: Error) => message.test(error.message),
    );
  });
}

test.run();
