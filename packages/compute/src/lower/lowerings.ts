import { elementwiseLowerings } from './elementwise.js';
import type { LoweringTable } from './lowering.js';
import { matMulLowerings } from './matmul.js';
import { reductionLowerings } from './reduction.js';
import { shapeLowerings } from './shape.js';

/** Every tfjs kernel that can be compiled. */
export const lowerings: LoweringTable = {
  ...elementwiseLowerings,
  ...matMulLowerings,
  ...reductionLowerings,
  ...shapeLowerings,
};
