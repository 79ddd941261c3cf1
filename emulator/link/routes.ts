/**
 * Everything under `/link/…`: the script that a page loads, the dialog it opens, the calls that the dialog
 * makes, and the bank's own pages. The stranger who embeds Link and Evenkeel get the same.
 */
import { EmulatedError, plaidError } from '../errors/errors';
import { shortId } from '../ids';
import type { World } from '../world';
import { answerBankPage } from './bank-page';
import { DIALOG_SCRIPT } from './browser/dialog';
import { initializeScript } from './browser/initialize';
import { DIALOG_STYLES } from './browser/styles';
import { DIALOG_CALLS } from './calls';
import { answerHostedPage } from './hosted-page';
import { dialogPage } from './page';

const ROOT = '/link/v2/stable/';
const HOSTED = '/link/hosted/';

/** Answers a path below `/link/`, as seen without the emulator's own base path; null when it is not one of ours. */
export async function answerLink(world: World, request: Request, path: string): Promise<Response | null> {
  if (path.startsWith(HOSTED)) return answerHostedPage(world, path.slice(HOSTED.length));
  if (!path.startsWith(ROOT)) return null;
  const name = path.slice(ROOT.length);
  if (name.startsWith('api/')) return answerCall(world, request, name.slice('api/'.length));
  if (name === 'bank.html') return answerBankPage(world, request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  switch (name) {
    case 'link-initialize.js':
      return text('text/javascript', initializeScript(world.config.publicUrl));
    case 'dialog.js':
      return text('text/javascript', DIALOG_SCRIPT);
    case 'dialog.css':
      return text('text/css', DIALOG_STYLES);
    case 'link.html':
      return dialogPage(world.config.publicUrl);
    default:
      return null;
  }
}

/** One call of the dialog: JSON in, JSON out, a refusal in Plaid's own shape. */
async function answerCall(world: World, request: Request, name: string): Promise<Response | null> {
  const call = DIALOG_CALLS[name];
  if (!call || request.method !== 'POST') return null;
  const body = await request.text();
  const requestId = shortId('link', name, body, String(world.real));
  try {
    return json({ ...(await call(world, parse(body))), request_id: requestId });
  } catch (error) {
    if (!(error instanceof EmulatedError)) throw error;
    // The dialog goes by the body; an error status would fill the console of whoever embeds Link.
    return json({ ...error.body, request_id: requestId });
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw plaidError('INVALID_BODY');
  }
}

function json(body: unknown): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}

function text(type: string, body: string): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      // The script is loaded by pages of other origins, as Plaid's is.
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    },
  });
}
