// The styles of the report's page: one small sheet, so that the page is one file. Colours are those of the reader's site (site/styles/tokens.css).

export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f5, #14181a);
  --surface: light-dark(#ffffff, #1b2124);
  --sunken: light-dark(#eef0ed, #22292d);
  --line: light-dark(#dde1dc, #313a3f);
  --text: light-dark(#1a2023, #e7ebea);
  --muted: light-dark(#525c5f, #a5b0b2);
  --accent: light-dark(#0b5a61, #6fd0d3);
  --focus: light-dark(#b4480a, #ffb37a);
  --bad: light-dark(#a8201a, #ff9e94);
  --bad-soft: light-dark(#fdeae8, #431b19);
  --soon: light-dark(#7d4b00, #f2c069);
  --soon-soft: light-dark(#fdf0d3, #3a2c10);
  --good: light-dark(#1c6636, #86d6a0);
  --good-soft: light-dark(#e3f3e7, #16331f);
  --plain: light-dark(#565c66, #b9c0c8);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 64rem; padding: clamp(1rem, 4vw, 2.5rem);
  background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); line-height: 1.2; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.3rem; }
h3 { margin: 1.75rem 0 .75rem; font-size: 1.05rem; }
p { margin: 0; }
code { font: .875em/1.5 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.lead { margin-top: .5rem; color: var(--muted); }
.axes { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.axis, .article { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; }
.axis h3 { margin: 0 0 .75rem; font-size: 1.05rem; }
.bar { display: block; width: 100%; height: .625rem; border-radius: 5px; }
.bar .bad, .dot.bad { fill: var(--bad); background: var(--bad); }
.bar .soon, .dot.soon { fill: var(--soon); background: var(--soon); }
.bar .good, .dot.good { fill: var(--good); background: var(--good); }
.bar .plain, .dot.plain { fill: var(--plain); background: var(--plain); }
.dot { flex: none; width: .625rem; height: .625rem; border-radius: 50%; }
.states { list-style: none; margin: .75rem 0 0; padding: 0; }
.states li { display: flex; align-items: center; gap: .625rem; padding: .125rem 0; }
.states strong { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
.news { margin: 0; }
.news dt { margin-top: .5rem; font-weight: 600; }
.news dd { margin: 0; color: var(--muted); }
.queue { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.article { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); border-inline-start: 4px solid var(--soon); }
.article.bad { border-inline-start-color: var(--bad); }
.rank { font-weight: 600; color: var(--muted); font-variant-numeric: tabular-nums; }
.title { font-weight: 600; }
.why { margin-top: .125rem; }
.facts { margin-top: .25rem; font-size: .875rem; color: var(--muted); }
.step { margin-top: .5rem; }
.step code { display: inline-block; padding: .125rem .5rem; background: var(--sunken); border-radius: 5px; user-select: all; }
summary { cursor: pointer; color: var(--accent); }
details { margin-top: .5rem; }
.sheet { margin: .5rem 0 0; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
pre { padding: .75rem 1rem; font: .8125rem/1.5 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; white-space: pre-wrap; }
pre > * { display: block; text-decoration: none; }
ins { color: var(--good); background: var(--good-soft); }
del { color: var(--bad); background: var(--bad-soft); }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { padding: .5rem .75rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 400; width: 40%; }
.day { white-space: nowrap; }
@media (max-width: 40rem) {
  /* A row of the table reads as a card, each value after its column's name. */
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  table, tbody, tr, tbody th, td { display: block; width: auto; }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: .125rem .75rem; }
  td::before { content: attr(data-label) " · "; color: var(--muted); }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; background: none; }
  .article, .axis { break-inside: avoid; }
  .sheet { border: 0; }
  * { print-color-adjust: exact; }
}
`;
