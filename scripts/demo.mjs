/** `npm run demo`: a running app from a fresh clone. `PORT` chooses the port, `-- --reset` begins with empty data. */
import './node-version.mjs';
import { launch } from './launch.mjs';
import { runMain } from './trouble.mjs';

await runMain(() => launch('start'));
