/** `dialog.css`: the dialog and the bank's pages, light and dark. Ink and paper, and nothing of the app's own look. */
export const DIALOG_STYLES = `
:root {
  color-scheme: light;
  --paper: #ffffff; --soft: #f4f4f2; --line: #dddcd8; --edge: #8b8983; --ink: #17171a; --ink-2: #57565c;
  --act: #17171a; --on-act: #ffffff; --warn: #9c2b1d; --warn-soft: #fbeae7; --mark: #7a4a00; --mark-soft: #fdf1da;
  --focus: #2457c5; --bank: #333333;
}
:root[data-theme='dark'] { color-scheme: dark;
  --paper: #1c1c1e; --soft: #2a2a2d; --line: #3a3a3e; --edge: #85858c; --ink: #efeef0; --ink-2: #b4b3ba;
  --act: #efeef0; --on-act: #17171a; --warn: #f2958a; --warn-soft: #3a1f1b; --mark: #e8bb6c; --mark-soft: #33280f;
  --focus: #8fb3ff; }
@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { color-scheme: dark;
  --paper: #1c1c1e; --soft: #2a2a2d; --line: #3a3a3e; --edge: #85858c; --ink: #efeef0; --ink-2: #b4b3ba;
  --act: #efeef0; --on-act: #17171a; --warn: #f2958a; --warn-soft: #3a1f1b; --mark: #e8bb6c; --mark-soft: #33280f;
  --focus: #8fb3ff; } }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15px/1.45 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif;
  -webkit-text-size-adjust: 100%; }
h1 { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; outline: none; text-wrap: balance; }
h2 { margin: 12px 0 0; font-size: 13px; font-weight: 600; color: var(--ink-2); }
p { margin: 0; }
small { font-size: 13px; color: var(--ink-2); }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
h1:focus-visible { outline: none; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.frame { display: flex; flex-direction: column; height: 100%; }
.bar { display: grid; grid-template-columns: 44px 1fr 44px; align-items: center; padding: 6px 8px; }
.bar #back { grid-column: 1; } .bar .mark { grid-column: 2; grid-row: 1; } .bar #close { grid-column: 3; }
.mark, .bank-mark { justify-self: center; padding: 2px 10px; border-radius: 99px; background: var(--mark-soft); color: var(--mark);
  font-size: 12px; font-weight: 600; text-align: center; }
.mark span { font-weight: 400; }
.mark span::before { content: '\\00b7\\00a0'; }
.icon { width: 44px; height: 44px; padding: 12px; border: 0; border-radius: 8px; background: none; }
.icon:hover { background: var(--soft); }
.icon svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
[hidden] { display: none !important; }
#view { flex: 1; min-height: 0; overflow-y: auto; }
.view, .stack { display: flex; flex-direction: column; gap: 12px; }
.view { min-height: 100%; padding: 14px 24px 0; }
.view > .stack { flex: 1; }
.lead { color: var(--ink-2); }
.foot { position: sticky; bottom: 0; display: grid; gap: 4px; margin-top: auto; padding: 16px 0 24px; background: var(--paper); }
.view:not(:has(.foot)) { padding-bottom: 24px; }
.primary, .quiet { width: 100%; min-height: 48px; padding: 10px 16px; border: 0; border-radius: 10px; font-weight: 600; }
.primary { background: var(--act); color: var(--on-act); }
.primary:hover { opacity: 0.88; }
.quiet { background: none; color: var(--ink-2); font-weight: 500; }
.quiet:hover { background: var(--soft); color: var(--ink); }
.plain { margin: 0; padding: 0; list-style: none; }
.plain li { padding: 10px 0; border-top: 1px solid var(--line); }
.plain li:first-child { border-top: 0; }
.field { display: grid; gap: 4px; font-size: 14px; font-weight: 500; }
.field input, .field select, .search input { width: 100%; height: 48px; padding: 0 14px; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--paper); font-size: 16px; font-weight: 400; }
.problem { padding: 10px 14px; border-radius: 10px; background: var(--warn-soft); color: var(--warn); font-weight: 500; }
.hint { color: var(--ink-2); font-size: 13px; }
details.hint { padding: 10px 14px; border-radius: 10px; background: var(--soft); }
details.hint summary { cursor: pointer; font-weight: 600; }
details.hint p { margin-top: 6px; overflow-wrap: anywhere; }
.inline { padding: 0; border: 0; background: none; color: var(--ink); font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
.banks { margin: 0 -12px; padding: 0; list-style: none; }
.bank-row { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 60px; padding: 8px 12px; border: 0; border-radius: 10px;
  background: none; text-align: left; }
.bank-row:hover { background: var(--soft); }
.bank-row:focus-visible { outline-offset: -2px; }
.bank-text, .choice-text { display: grid; flex: 1; min-width: 0; }
.bank-text small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.disc { display: inline-grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: 10px; color: #ffffff; font-size: 14px;
  font-weight: 600; }
.tag { flex: none; padding: 1px 8px; border-radius: 99px; background: var(--mark-soft); color: var(--mark); font-size: 12px; font-weight: 600; }
img.disc { object-fit: contain; background: #ffffff; }
.bank-line { display: flex; align-items: center; gap: 10px; color: var(--ink-2); font-weight: 500; }
.bank-line .disc { width: 28px; height: 28px; border-radius: 8px; font-size: 11px; }
.choices { margin: 0; padding: 0; border: 0; }
.choices legend { padding: 0; margin-bottom: 4px; font-size: 13px; font-weight: 600; color: var(--ink-2); }
.choice { display: flex; align-items: center; gap: 14px; min-height: 56px; padding: 8px 0; border-top: 1px solid var(--line); cursor: pointer; }
.choices > .choice:first-of-type { border-top: 0; }
.choice input { flex: none; width: 20px; height: 20px; margin: 0 2px; accent-color: var(--act); }
.choice.boxed { padding: 8px 14px; border: 1px solid var(--edge); border-radius: 10px; }
.code { color: var(--ink-2); font-size: 13px; }
.shared li { display: grid; }
.hosted { background: var(--soft); }
.hosted .frame { width: 100%; max-width: 420px; margin: 0 auto; background: var(--paper); }
@media (min-width: 501px) and (min-height: 560px) { .hosted { display: grid; align-items: center; }
  .hosted .frame { height: min(680px, calc(100vh - 32px)); border-radius: 16px; overflow: hidden; } }
.embedded .bar { grid-template-columns: 1fr; padding: 10px 16px 0; }
.embedded .bar .mark { grid-column: 1; justify-self: start; }
.embedded .bar .icon { display: none; }
.embedded .view { padding: 10px 16px 16px; }
.embedded h1 { font-size: 17px; }
.embedded .banks { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px; margin: 0; }
.embedded .bank-row { height: 100%; border: 1px solid var(--line); }
.embedded .bank-text small, .embedded .tag { display: none; }
.amount { font-variant-numeric: tabular-nums; white-space: nowrap; }
.empty { padding: 12px 0; color: var(--ink-2); }
.wait { display: grid; gap: 14px; margin: auto; width: 100%; max-width: 220px; text-align: center; color: var(--ink-2); }
.line { height: 3px; border-radius: 2px; background: linear-gradient(90deg, var(--line) 40%, var(--ink) 50%, var(--line) 60%) 0 / 300% 100%;
  animation: run 1.2s linear infinite; }
@keyframes run { from { background-position: 100% 0; } to { background-position: 0 0; } }
@media (prefers-reduced-motion: reduce) { .line { animation: none; } }
.bank-body { background: var(--soft); }
.bank-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 14px 24px; background: var(--bank); color: #ffffff; }
.bank-name { flex: 1; font-size: 17px; font-weight: 600; white-space: nowrap; }
.bank { display: flex; flex-direction: column; gap: 12px; max-width: 440px; margin: 24px auto; padding: 24px; border-radius: 16px; background: var(--paper); }
.bank .primary { margin-top: 8px; }
@media (max-width: 500px) { .bank-body { background: var(--paper); } .bank { max-width: none; margin: 0; border-radius: 0; } }
`;
