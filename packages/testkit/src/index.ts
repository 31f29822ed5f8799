export { close, type Tolerance } from './close.js';
export { describeGroup, type DescribeOptions } from './describe-group.js';
export { groupResiduals, type GroupTestOptions } from './group-residuals.js';
export { leakFree } from './leak-free.js';
export type { Residual } from './residual.js';
export { residualTable } from './residual-table.js';
export { runReadmeExample } from './run-readme-example.js';
export { within } from './within.js';
