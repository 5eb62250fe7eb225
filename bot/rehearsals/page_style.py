"""How the page of a rehearsal looks, and the few lines that filter its units."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 15px/1.4 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; margin: 0 auto;
  max-width: 70rem; padding: .75rem; color: #111; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .4rem; }
h2.small { font-size: 1rem; } ul { padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #bbb; padding: .2rem .4rem; }
th { text-align: left; font-weight: 600; } thead th { background: #eee; } td:last-child { white-space: nowrap; }
.months { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
.months table { table-layout: fixed; break-inside: avoid; } caption { font-weight: 600; text-align: left; }
.months td { height: 3.6em; vertical-align: top; padding: .1rem .2rem; font-size: .8rem; white-space: normal; }
.months th { font-size: .8rem; padding: .1rem .2rem; }
.months span { display: block; color: #555; } .months b { display: block; line-height: 1.15; }
.off { background: #f3e9e9; } .some { background: #faf4f4; } .out { background: #fafafa; opacity: .45; }
.alike { margin: .5rem 0 1rem; } .alike > table th { width: 40%; font-weight: 400; }
.alike thead th { font-weight: 600; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; } .steps td { vertical-align: top; width: 50%; }
.steps ul { margin: 0; padding-left: 1rem; } .steps td:last-child { white-space: normal; }
.filter { position: sticky; top: 0; background: #fff; padding: .4rem 0; margin: 0; }
.filter input { font: inherit; padding: .4rem; width: min(100%, 24rem); border: 1px solid #888; border-radius: .3rem; }
section { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
@media (max-width: 40rem) {
  .months { grid-template-columns: 1fr; } .months td { font-size: .7rem; padding: .1rem; }
  .steps, .steps tbody, .steps tr, .steps td { display: block; width: 100%; } .steps thead { display: none; }
}
@media print {
  body { max-width: none; font-size: 10pt; padding: 0; } .filter { display: none; }
  section { content-visibility: visible; } tr, .months table { break-inside: avoid; }
  thead { display: table-header-group; }
  h2, h3, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""

# Typed with or without diacritics; a group without a match, and an organisation without one, go out of sight.
SCRIPT = """
(() => {
  const field = document.getElementById('filter');
  if (!field) return;
  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/\\u0111/g, 'd');
  let rows;
  const hide = (inner, outer) => {
    let any = false;
    for (const one of document.querySelectorAll(outer)) {
      one.hidden = !one.querySelector(inner);
      any = any || !one.hidden;
    }
    return any;
  };
  field.addEventListener('input', () => {
    rows = rows || [...document.querySelectorAll('.alike > table > tbody > tr')].map(row =>
      [row, plain(row.firstElementChild.textContent)]);
    const wanted = plain(field.value).split(/\\s+/).filter(Boolean);
    for (const [row, name] of rows) row.hidden = !wanted.every(word => name.includes(word));
    for (const group of document.querySelectorAll('.alike'))
      group.hidden = !group.querySelector(':scope > table > tbody > tr:not([hidden])');
    document.getElementById('none').hidden = hide('.alike:not([hidden])', 'section');
  });
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(one => { one.open = true; }));
})();
"""
