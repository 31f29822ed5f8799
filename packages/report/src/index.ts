export { renderReport } from './render-report.js';
export { renderSummaryReport, type SummaryInput } from './render-summary-report.js';
export { type GallerySection, renderGallery } from './render-gallery.js';
export type { Figure } from './figure.js';
export { drawBand, drawForecast, drawSweep } from './draw-parts.js';
export type {
  BandView,
  DataView,
  EpochLosses,
  ErrorBand,
  FieldSheet,
  FieldView,
  ForecastView,
  LatentView,
  ProvenanceEntry,
  ReportInput,
  SweepPoint,
} from './report-input.js';
