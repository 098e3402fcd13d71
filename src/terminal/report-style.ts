/** The report's style sheet: one column on a phone, light and dark by the reader's own setting, no web fonts. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf6; --card: #fff; --ink: #1d1c1a; --soft: #66625b; --rule: #e2ddd2;
  --accent: #a4262c; --second: #8a8578; --good: #2f6f4f; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --card: #201f1c; --ink: #ece8df; --soft: #a39d91;
  --rule: #38352f; --accent: #ff8b76; --second: #8f897c; --good: #84c7a0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.1rem 4rem; max-width: 74rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-text-size-adjust: 100%;
  overflow-wrap: anywhere; }
h1, h2, h3, blockquote, .question { font-family: Georgia, "Times New Roman", serif; }
h1 { font-size: clamp(1.6rem, 5vw, 2.3rem); line-height: 1.15; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0 0 .1rem; }
p { margin: .3rem 0; } .soft, figcaption, small { color: var(--soft); font-size: .88rem; line-height: 1.4; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr)); gap: .6rem; margin: 1.2rem 0 0; }
.figures > div { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; padding: .6rem .75rem; }
.figures > .first { grid-column: span 2; border-color: var(--accent); }
dt { font-size: .82rem; font-weight: 600; } dd { margin: 0; }
dd b { display: block; white-space: nowrap; font: 600 1.5rem/1.3 Georgia, serif; font-variant-numeric: tabular-nums; }
.first dd b { font-size: 2.5rem; line-height: 1.15; color: var(--accent); }
dd small { display: block; font-size: .78rem; line-height: 1.3; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.2rem; }
figure { margin: 0; background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; padding: .8rem .8rem .9rem; }
svg { display: block; width: 100%; height: auto; margin: .3rem 0 .4rem; font-family: inherit; }
.grid { stroke: var(--rule); } .tick, .axis, .named { font-size: 11px; fill: var(--soft); } .axis { font-weight: 600; }
.curve, .second, .chance { fill: none; stroke-linejoin: round; } .curve { stroke: var(--accent); stroke-width: 2.5; }
.second { stroke: var(--second); stroke-width: 1.5; stroke-dasharray: 5 4; } .chance { stroke: var(--second); stroke-dasharray: 2 4; }
.mark { fill: var(--card); stroke: var(--ink); stroke-width: 2.5; }
.marked { font-size: 12px; font-weight: 600; fill: var(--ink); }
.marked, .named { stroke: var(--card); stroke-width: 4px; paint-order: stroke; }
.many { fill: var(--second); opacity: .3; } .whisker { stroke: var(--accent); stroke-width: 1.5; opacity: .6; }
.dot { fill: var(--accent); }
table { border-collapse: collapse; width: 100%; max-width: 40rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--soft); font-size: .82rem; } .number { text-align: right; white-space: nowrap; }
.bar { width: 45%; } .bar i { display: block; height: .7rem; border-radius: .2rem; background: var(--accent); min-width: 1px; }
summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
ol { list-style: none; margin: 0; padding: 0; }
li { max-width: 48rem; border-top: 1px solid var(--rule); padding: .7rem 0 .8rem; content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.question { font-size: 1.08rem; font-weight: 700; }
.said { display: grid; grid-template-columns: 5.4rem 1fr; gap: .15rem .6rem; margin: .35rem 0 .3rem; }
.said dt { color: var(--soft); font-weight: 400; padding-top: .1rem; }
.wrong { color: var(--accent); } .expected { color: var(--good); }
@media (max-width: 30rem) { .tick, .axis, .named { font-size: 13px; } .marked { font-size: 14.5px; }
  .said { grid-template-columns: 1fr; gap: 0; } .said dd + dt { margin-top: .3rem; } }
@media print { li { content-visibility: visible; } body { max-width: none; } }
`;
