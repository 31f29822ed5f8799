import { drawFigure } from './draw-figure.js';
import type { Figure, FigurePlan } from './figure.js';
import { forecastBandFigure } from './figures/forecast-band.js';
import { forecastErrorFigure } from './figures/forecast-error.js';
import { forecastFigure } from './figures/forecast.js';
import { sweepFigure } from './figures/sweep.js';
import type { BandView, ForecastView, SweepPoint } from './report-input.js';

/** The figures `forecast` and `forecast-error` of a report by themselves; none without a forecast. */
export function drawForecast(view: ForecastView): Promise<Figure[]> {
  return drawAll([forecastFigure(view), forecastErrorFigure(view)]);
}

/** The figure `forecast-band`: errors over several seeds with their median. */
export function drawBand(view: BandView): Promise<Figure[]> {
  return drawAll([forecastBandFigure(view)]);
}

/** The figure `sweep`: the models of a sweep, number of terms against error; none without finite errors. */
export function drawSweep(points: readonly SweepPoint[]): Promise<Figure[]> {
  return drawAll([sweepFigure(points)]);
}

async function drawAll(plans: readonly (FigurePlan | null)[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const plan of plans) if (plan) figures.push(await drawFigure(plan));
  return figures;
}
