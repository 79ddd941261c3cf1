/** A page of an app that uses React and `react-plaid-link` as published, without a bundler in between. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the published code of each package is, within the package. */
const MODULES = {
  scheduler: ['scheduler', 'cjs/scheduler.production.js'],
  react: ['react', 'cjs/react.production.js'],
  'react-dom': ['react-dom', 'cjs/react-dom.production.js'],
  'react-dom/client': ['react-dom', 'cjs/react-dom-client.production.js'],
  'react-plaid-link': ['react-plaid-link', 'dist/index.js'],
} as const;

/** HTML whose script may `require` the packages above; `script` is the app. */
export function reactPage(script: string): string {
  const modules = Object.entries(MODULES).map(
    ([name, [owner, file]]) =>
      `modules[${JSON.stringify(name)}] = function (module, exports, require) {${codeOf(owner, file)}\n};`,
  );
  return `<!doctype html><html lang="en"><head><title>React</title></head><body><main id="root"></main>
<script>const process = { env: { NODE_ENV: 'production' } }, modules = {}, loaded = {};
function require(name) {
  if (!loaded[name]) { loaded[name] = { exports: {} }; modules[name](loaded[name], loaded[name].exports, require); }
  return loaded[name].exports;
}
${modules.join('\n')}
const React = require('react'), { createRoot } = require('react-dom/client'), PlaidLink = require('react-plaid-link');
const root = createRoot(document.getElementById('root')), e = React.createElement;
window.log = [];
const heard = (what) => (first, metadata) => window.log.push({ what, first: first ?? null, metadata: metadata ?? {} });
${script}</script></body></html>`;
}

function codeOf(owner: string, file: string): string {
  const folder = dirname(require.resolve(`${owner}/package.json`));
  return readFileSync(join(folder, file), 'utf8').replaceAll('</script', '<\\/script');
}
