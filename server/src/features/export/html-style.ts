/** The style of the page: light and dark as the reader's system is, and black on white on paper. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --page: #fff; --panel: #f6f8fa; --line: #d1d9e0; --done: #1a7f37; --late: #b42318; --link: #0a58ca; --late-panel: #fff4f2; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9aa5b1; --page: #14181d; --panel: #1c2229; --line: #3a434d; --done: #56d364; --late: #ff8f80; --link: #79b8ff; --late-panel: #2d1f1e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
a { color: var(--link); }
bdi { overflow-wrap: anywhere; }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
h2 small, nav small { margin-inline-start: .5rem; color: var(--dim); font-weight: 400; }
nav { margin-bottom: 2.5rem; }
nav ol { margin: 0; padding-inline-start: 1.5rem; }
article + article { margin-top: 3.5rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.kind { margin: 0 0 .25rem; color: var(--dim); font-size: .8125rem; letter-spacing: .06em; text-transform: uppercase; }
dl { margin: 0; }
dt { color: var(--dim); font-size: .8125rem; }
dd { margin: 0; font-weight: 600; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2.25rem; }
.metrics { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin-top: 1.5rem; }
.metrics div { padding: .625rem .875rem; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
.metrics dd { font-size: 1.25rem; line-height: 1.35; }
.metrics .unknown dd { color: var(--dim); font-weight: 400; }
.metrics dd small { display: block; font-size: .8125rem; line-height: 1.35; }
.progress { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .875rem; margin: 1.5rem 0; }
progress { width: 12rem; height: .625rem; border: 0; border-radius: 5px; background: var(--line); overflow: hidden; appearance: none; }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--done); }
progress::-moz-progress-bar { background: var(--done); }
.blocking { margin: 1.5rem 0; padding: .875rem 1.125rem; border-inline-start: 4px solid var(--late); border-radius: 4px; background: var(--late-panel); }
.blocking ul { margin: 0; padding-inline-start: 1.125rem; }
.group { margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { padding: .25rem .625rem; border-bottom: 2px solid var(--line); color: var(--dim); font-size: .8125rem; font-weight: 600; text-align: start; }
td { padding: .5rem .625rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.state { width: 2.25rem; }
th:nth-child(3) { width: 18%; }
th:nth-child(4) { width: 20%; }
th:nth-child(5) { width: 14%; }
.mark { display: inline-grid; place-items: center; width: 1.0625rem; height: 1.0625rem; margin-top: .2rem; border: 1.5px solid var(--dim); border-radius: 3px; font-size: .8125rem; line-height: 1; }
.done .mark { border-color: var(--done); background: var(--done); color: var(--page); }
.done .mark::after { content: "\\2713"; font-weight: 700; }
.untracked .mark { border-style: none; color: var(--dim); }
.untracked .mark::after { content: "\\2022"; font-size: 1.25rem; }
.done .action { color: var(--dim); }
.late { color: var(--late); font-weight: 600; }
.none { color: var(--dim); font-style: italic; }
.tag { padding: 0 .4375rem; border: 1px solid var(--line); border-radius: 1em; color: var(--dim); font-size: .8125rem; white-space: nowrap; }
footer { margin-top: 1.5rem; color: var(--dim); font-size: .8125rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tr { display: grid; grid-template-columns: 1.75rem 1fr; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  td { grid-column: 2; padding: 0; border: 0; }
  td.state { grid-column: 1; grid-row: 1 / span 4; }
  td.owner, td.due, td.tickets { font-size: .875rem; }
  td:empty { display: none; }
}
@media print {
  :root { color-scheme: light; --text: #000; --dim: #444; --page: #fff; --panel: #fff; --line: #999; --done: #1a7f37; --late: #b42318; --link: #000; --late-panel: #fff; }
  @page { margin: 16mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2, thead { break-after: avoid; }
  tr, .metrics div, .blocking { break-inside: avoid; }
  article + article { margin: 0; padding: 0; border: 0; break-before: page; }
  .mark, progress, progress::-webkit-progress-bar, progress::-webkit-progress-value { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
