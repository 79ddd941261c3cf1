/** `npm run dev`: the same as the demo, with hot reload. */
import './node-version.mjs';
import { launch } from './launch.mjs';
import { runMain } from './trouble.mjs';

await runMain(() => launch('dev'));
