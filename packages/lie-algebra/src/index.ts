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
export { adjointRepresentation } from './representations/adjoint-representation.js';
export { definingRepresentation } from './representations/defining-representation.js';
export { directSum } from './representations/direct-sum.js';
export { dualRepresentation } from './representations/dual-representation.js';
export { equivariantMaps } from './representations/equivariant-maps.js';
export { exteriorPower } from './representations/exterior-power.js';
export { invariantVectors, type InvariantBasis } from './representations/invariant-vectors.js';
export { representation, type Representation } from './representations/representation.js';
export { representationFromMap } from './representations/representation-from-map.js';
export { representElement } from './representations/represent-element.js';
export { sl2Irreducible } from './representations/sl2-irreducible.js';
export { so2Irreducible } from './representations/so2-irreducible.js';
export { so3Irreducible } from './representations/so3-irreducible.js';
export { symmetricPower } from './representations/symmetric-power.js';
export { tensorProduct } from './representations/tensor-product.js';
export { trivialRepresentation } from './representations/trivial-representation.js';
