import type { FigurePlan } from '../figure.js';
import type { FieldView, ReportInput } from '../report-input.js';
import { sheetDrawing } from './sheet-drawing.js';

/**
 * Data on a grid, what the encoder keeps of them, and what the group makes of them, as pictures (signals as
 * curves). Null without such data.
 */
export function fieldActionFigure({ fields }: Pick<ReportInput, 'fields'>): FigurePlan | null {
  if (!fields || fields.action.series.length === 0) return null;
  return {
    name: 'fields',
    title: 'Data transformed by the group',
    caption:
      `${subject(fields)}: the data, the same after encoding and decoding, and after acting with exp(wL) ` +
      'in between. A symmetry makes data of data.',
    drawing: sheetDrawing(fields.action, fields),
  };
}

/** Truth, forecast from the first state alone, and their difference. Null without a forecast. */
export function fieldForecastFigure({ fields }: Pick<ReportInput, 'fields'>): FigurePlan | null {
  if (!fields?.forecast || fields.forecast.series.length === 0) return null;
  return {
    name: 'field-forecast',
    title: 'Forecast of an unseen trajectory',
    caption: `${subject(fields)} of the test data, the forecast from its first state alone, and their difference in the same colours.`,
    drawing: sheetDrawing(fields.forecast, fields),
  };
}

function subject({ quantity, height, width, thinning }: FieldView): string {
  const points =
    height === 1
      ? `${width * thinning} points`
      : `${width * thinning} × ${height * thinning} points`;
  return `${quantity} at ${points}`;
}
