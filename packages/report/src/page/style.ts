import { COLOURS } from '../theme.js';

/** The style sheet of every page: one column of text, figures side by side, dark mode, print. */
export const STYLE: string = `
:root {
  color-scheme: light dark;
  --ink: ${COLOURS.ink}; --muted: ${COLOURS.muted}; --line: #dde2e8; --paper: #ffffff; --ground: #f5f6f8;
  --good: #00664b; --good-ground: #e2f4ed; --bad: #9c3d00; --bad-ground: #fdeee3; --accent: #005f96;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Verdana, sans-serif;
}
main { max-width: 1000px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 44px 0 14px; }
p { margin: 0 0 12px; }
.lead { color: var(--muted); margin-bottom: 20px; }
a { color: var(--accent); }
.verdict { border-left: 6px solid; border-radius: 6px; padding: 16px 20px; overflow-wrap: anywhere; }
.verdict p { margin: 4px 0 0; }
.verdict strong { font-size: 1.2rem; }
.good { border-color: var(--good); background: var(--good-ground); }
.good strong, td .good-text { color: var(--good); }
.bad { border-color: var(--bad); background: var(--bad-ground); }
.bad strong, td .bad-text { color: var(--bad); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(215px, 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
.cards li { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 12px 14px; }
.cards .label { display: block; font-size: .82rem; color: var(--muted); }
.cards .value { display: block; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.35; }
.cards .note { display: block; font-size: .8rem; line-height: 1.4; color: var(--muted); }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 16px 20px; overflow-x: auto; }
.equation { display: flex; flex-wrap: wrap; gap: 4px 32px; justify-content: space-between; padding: 6px 0; font: 1.2rem/1.7 'STIX Two Text', Cambria, Georgia, 'DejaVu Serif', serif; }
.equation .fit { font: .85rem/2.4 system-ui, 'DejaVu Sans', sans-serif; color: var(--muted); }
.equation sub, .equation sup { font-size: .7em; line-height: 0; }
details { margin-top: 8px; font-size: .9rem; }
summary { cursor: pointer; color: var(--accent); }
pre { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
.figures { columns: 2 430px; column-gap: 16px; }
figure { margin: 0 0 16px; display: inline-block; width: 100%; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 16px 18px; break-inside: avoid; }
figure h3 { font-size: 1rem; margin: 0 0 10px; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figcaption { margin-top: 10px; font-size: .88rem; line-height: 1.5; color: var(--muted); overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
thead th { color: var(--muted); font-weight: 600; font-size: .82rem; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
tr > :last-child { padding-right: 0; }
td.text { overflow-wrap: anywhere; }
td.outcome { white-space: nowrap; }
tr.main > * { border-bottom: 0; padding-bottom: 0; }
tr.reason td { padding-top: 2px; color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
tbody + tbody { border-top: 1px solid var(--line); }
caption { text-align: left; color: var(--muted); font-size: .88rem; padding-bottom: 8px; }
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ebef; --muted: #a3adba; --line: #343c47; --paper: #1b2027; --ground: #13171c;
    --good: #4fd1a5; --good-ground: #12291f; --bad: #ff9d5c; --bad-ground: #2f1c10; --accent: #6cbcf0;
  }
  figure svg [fill='${COLOURS.ink}'] { fill: #e8ebef; }
  figure svg [stroke='${COLOURS.ink}'] { stroke: #e8ebef; }
  figure svg [fill='${COLOURS.muted}'] { fill: #a3adba; }
  figure svg [stroke='${COLOURS.muted}'] { stroke: #a3adba; }
  figure svg [stroke='${COLOURS.line}'] { stroke: #2d343e; }
  figure svg [stroke='${COLOURS.blue}'] { stroke: #4aa8e8; }
  figure svg path[fill='${COLOURS.blue}'] { fill: #4aa8e8; }
  figure svg [stroke='${COLOURS.paper}'] { stroke: var(--paper); }
  figure svg [stroke='${COLOURS.shade}'] { stroke: #66707d; }
}
@media print {
  :root { color-scheme: light; --ground: #ffffff; --paper: #ffffff; }
  main { max-width: none; padding: 0; }
  .figures { columns: 2; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  h2 { break-after: avoid; }
  tr, .cards li, .equation { break-inside: avoid; }
}
`;
