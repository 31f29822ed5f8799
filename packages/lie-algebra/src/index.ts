export { defineGroup, type Generator, type GroupDefinition } from './define-group.js';
export type { Group } from './group.js';
export { groupByName } from './group-by-name.js';
export { gl } from './groups/gl.js';
export { scaling } from './groups/scaling.js';
export { so } from './groups/so.js';
export { so2 } from './groups/so2.js';
export { so2TimesR } from './groups/so2-times-r.js';
export { so3Plus1 } from './groups/so3-plus-1.js';

export { adjoint, adjointOfAlgebra } from './adjoint.js';
export { bakerCampbellHausdorff } from './baker-campbell-hausdorff.js';
export { bracket } from './bracket.js';
export { casimir } from './casimir.js';
export { closureResidual } from './closure-residual.js';
export { combine } from './combine.js';
export { coordinates } from './coordinates.js';
export { killingForm } from './killing-form.js';
export { structureConstants } from './structure-constants.js';

export { describeGenerator, type GeneratorDescription } from './describe-generator.js';
export { invariantForm } from './invariant-form.js';
export { orthogonalCoordinates } from './orthogonal-coordinates.js';

export type { AlgebraStructure } from './interpret/algebra-structure.js';
export { interpretAlgebra } from './interpret/interpret-algebra.js';
export type { Interpretation, InterpretationOptions } from './interpret/interpretation.js';
export {
  preservedForms,
  type FormSymmetry,
  type PreservedForms,
} from './interpret/preserved-forms.js';
export { principalAngles } from './interpret/principal-angles.js';
export { rationalEntries, type RationalReading } from './interpret/rational-entries.js';
export { sparsestBasis } from './interpret/sparsest-basis.js';
