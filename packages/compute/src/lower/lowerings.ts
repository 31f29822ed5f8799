import { convolutionLowerings } from './convolution.js';
import { creationLowerings } from './creation.js';
import { elementwiseLowerings } from './elementwise.js';
import { fusedLowerings } from './fused.js';
import { indexLowerings } from './indexing.js';
import type { LoweringTable } from './lowering.js';
import { matMulLowerings } from './matmul.js';
import { poolingLowerings } from './pooling.js';
import { reductionLowerings } from './reduction.js';
import { resizeLowerings } from './resize.js';
import { shapeLowerings } from './shape.js';

/** Every tfjs kernel that can be compiled. */
export const lowerings: LoweringTable = {
  ...convolutionLowerings,
  ...creationLowerings,
  ...elementwiseLowerings,
  ...fusedLowerings,
  ...indexLowerings,
  ...matMulLowerings,
  ...poolingLowerings,
  ...reductionLowerings,
  ...resizeLowerings,
  ...shapeLowerings,
};
