export { defineGroup } from './define-group.js';
export type { Generator, GroupDefinition } from './group-definition.js';
export type { Group, GroupJson } from './group.js';
export { groupByName } from './group-by-name.js';
export { groupCatalogue } from './group-catalogue.js';
export type { GroupFamily } from './group-family.js';
export { affine } from './groups/affine.js';
export { copies } from './groups/copies.js';
export { directProduct } from './groups/direct-product.js';
export { gl } from './groups/gl.js';
export { heisenberg } from './groups/heisenberg.js';
export { lorentz } from './groups/lorentz.js';
export { poincare } from './groups/poincare.js';
export { scaling } from './groups/scaling.js';
export { se } from './groups/se.js';
export { similarity } from './groups/similarity.js';
export { sl } from './groups/sl.js';
export { so } from './groups/so.js';
export { so2 } from './groups/so2.js';
export { so2TimesR } from './groups/so2-times-r.js';
export { so2Weights } from './groups/so2-weights.js';
export { so3Plus1 } from './groups/so3-plus-1.js';
export { soPq } from './groups/so-pq.js';
export { sp } from './groups/sp.js';
export { su } from './groups/su.js';
export { torus } from './groups/torus.js';
export { translations } from './groups/translations.js';
export { u } from './groups/u.js';

export { adjoint, adjointOfAlgebra } from './adjoint.js';
export { bakerCampbellHausdorff } from './baker-campbell-hausdorff.js';
export { bracket } from './bracket.js';
export { casimir } from './casimir.js';
export { closureResidual } from './closure-residual.js';
export { combine } from './combine.js';
export { coordinates } from './coordinates.js';
export { killingForm } from './killing-form.js';
export { structureConstants } from './structure-constants.js';

export { algebraAdjoints, elementAdjoints } from './operations/adjoints.js';
export { bracketCoordinates } from './operations/bracket-coordinates.js';
export { composeSeries } from './operations/compose-series.js';
export { invertElements } from './operations/invert-elements.js';
export { leftJacobian, leftJacobianInverse } from './operations/left-jacobian.js';
export { linearFlow } from './operations/linear-flow.js';
export {
  orbitDimension,
  orbitDimensions,
  stabiliserDimension,
} from './operations/orbit-dimension.js';
export { projectToGroup } from './operations/project-to-group.js';
export { sampleAlgebra, type AlgebraSampling } from './operations/sample-algebra.js';
export { sampleHaar } from './operations/sample-haar.js';
export { vee, wedge } from './operations/wedge.js';

export { eigenplaneRotations } from './eigenplane-rotations.js';
export { impliedGenerators } from './implied-generators.js';
export { describeGenerator, type GeneratorDescription } from './describe-generator.js';
export { readGenerator } from './read-generator.js';
export { invariantForm } from './invariant-form.js';
export { orthogonalCoordinates } from './orthogonal-coordinates.js';

export type { AlgebraStructure } from './interpret/algebra-structure.js';
export { integerEntries, type IntegerReading } from './interpret/integer-entries.js';
export { interpretAlgebra } from './interpret/interpret-algebra.js';
export type { Interpretation, InterpretationOptions } from './interpret/interpretation.js';
export {
  preservedForms,
  type FormSymmetry,
  type PreservedForms,
} from './interpret/preserved-forms.js';
export { principalAngles } from './interpret/principal-angles.js';
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
