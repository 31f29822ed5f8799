export { renderReport } from './render-report.js';
export { renderSummaryReport, type SummaryInput } from './render-summary-report.js';
export type { Figure } from './figure.js';
export type {
  DataView,
  EpochLosses,
  LatentView,
  ProvenanceEntry,
  ReportInput,
} from './report-input.js';
