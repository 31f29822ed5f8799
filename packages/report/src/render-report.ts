import { drawFigure } from './draw-figure.js';
import type { Figure, FigurePlan } from './figure.js';
import { forecastErrorFigure } from './figures/forecast-error.js';
import { fieldActionFigure, fieldForecastFigure } from './figures/fields.js';
import { forecastFigure } from './figures/forecast.js';
import { generatorFigure } from './figures/generator.js';
import { latentDimensionFigure } from './figures/latent-dimension.js';
import { latentSpaceFigure } from './figures/latent-space.js';
import { trainingFigure } from './figures/training.js';
import { transformedOrbitsFigure } from './figures/transformed-orbits.js';
import { action } from './page/action.js';
import { algebra } from './page/algebra.js';
import { cards } from './page/cards.js';
import { choices } from './page/choices.js';
import { equations } from './page/equations.js';
import { escapeHtml } from './page/escape-html.js';
import { figures } from './page/figures.js';
import { page } from './page/page.js';
import { provenance } from './page/provenance.js';
import { scores } from './page/scores.js';
import { section } from './page/section.js';
import { verdictBanner } from './page/verdict.js';
import type { ReportInput } from './report-input.js';

const PLANS: readonly ((input: ReportInput) => FigurePlan | null)[] = [
  latentDimensionFigure,
  generatorFigure,
  latentSpaceFigure,
  (input) => (input.fields ? fieldActionFigure(input) : transformedOrbitsFigure(input)),
  (input) => (input.fields?.forecast ? fieldForecastFigure(input) : forecastFigure(input)),
  forecastErrorFigure,
  trainingFigure,
];

/**
 * Draws the figures of one run and writes its page: the verdict, headline numbers, equations, figures,
 * forecast scores and provenance in one HTML file without scripts or links to elsewhere. What a run
 * lacks (no forecast, no generator, no history) is left out.
 *
 * @returns `html`, the page, and `figures`, each as SVG and as PNG at twice the size; in the order
 *   `latent-dimension` (where it was chosen), `generator`, `latent-space`, `transformed-orbits`, `forecast`,
 *   `forecast-error`, `training`; for data on a grid `fields` and `field-forecast` in place of
 *   `transformed-orbits` and `forecast`
 * @throws NoetherError with code `missing-package` when a drawing package is not installed
 */
export async function renderReport(
  input: ReportInput,
): Promise<{ html: string; figures: Figure[] }> {
  const drawn: Figure[] = [];
  for (const plan of PLANS) {
    const planned = plan(input);
    if (planned) drawn.push(await drawFigure(planned));
  }
  return { html: reportPage(input, drawn), figures: drawn };
}

function reportPage(input: ReportInput, drawn: readonly Figure[]): string {
  const { record, reading, data } = input;
  const lead = `Seed ${record.seed}, engine ${record.engine}, ${timesOf(record)}.`;
  const parts = [
    `<header>
<h1>${record.sindyAutoencoder ? 'Equation' : 'Symmetry'} discovery: ${escapeHtml(record.preset)}</h1>
<p class="lead">${escapeHtml(lead)}</p>
${verdictBanner(record, reading)}
</header>`,
    section('numbers', 'Headline numbers', cards(record, data.timeUnit)),
    section('choices', 'What was chosen for you', choices(record)),
    section('held-out', 'On data held out', action(record)),
    section('algebra', 'Lie algebra of the symmetry', algebra(record)),
    section('equations', 'Equations in the latent space', equations(record)),
    section('figures', 'Figures', figures(drawn)),
    section('scores', 'Forecast scores', scores(record, data.timeUnit)),
    section('provenance', 'Provenance', provenance(input.provenance)),
  ];
  return page(`${record.preset}: ${record.status}`, parts.filter(Boolean).join('\n'));
}

function timesOf({ seconds: { total, training, judgement } }: ReportInput['record']): string {
  const judging = judgement === undefined ? '' : ` and judgement ${duration(judgement)}`;
  return `${duration(total)}, of which training ${duration(training)}${judging}`;
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown duration';
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
