/** The real Plaid client, with a gate at every call: the wire ends in `answer`, or in whatever fault was decided. */
import { answerThrough, basePath } from '@/lib/plaid/client';
import { currentProcess, type Process, type Verdict } from './gate';

/** One call as the app made it: its path below the base, and its body. */
export type Call = { path: string; body: Record<string, unknown> };

/** An answer as it goes over the wire: text, so that what is not JSON can be said too. */
export type Answer = { status: number; body: string };

type Request = { readonly url?: string; readonly data?: unknown };

/** From here on the app's client is answered by `answer`, past the keeper of the process that calls. */
export function useGatedPlaid(
  answer: (call: Call) => Answer | Promise<Answer>,
  options: { areCallsCounted?: boolean } = {},
): void {
  answerThrough(async (request: Request) => {
    const call = callOf(request);
    const process = currentProcess();
    if (!process) return settle(request, await answer(call));
    return process.doing(async () => {
      const verdict = await process.at({ kind: 'call', name: call.path });
      if (verdict.do !== 'proceed' && verdict.when === 'before') return end(process, request, verdict);
      const answered = await answer(call);
      return verdict.do === 'proceed' ? settle(request, answered) : end(process, request, verdict);
    });
  }, options);
}

function callOf({ url, data }: Request): Call {
  const body: unknown = typeof data === 'string' ? JSON.parse(data) : {};
  return {
    path: (url ?? '').slice(basePath().length),
    body: typeof body === 'object' && body !== null ? { ...body } : {},
  };
}

function end(
  process: Process,
  request: Request,
  verdict: Exclude<Verdict, { do: 'proceed' }>,
): object | Promise<never> {
  if (verdict.do === 'fail') throw verdict.error;
  if (verdict.do === 'answer') return settle(request, verdict);
  return process.end();
}

/** As the client's HTTP library takes it: an answer, or for an error's status a rejection with it. */
function settle(request: Request, { status, body }: Answer): object {
  const response = { data: body, status, statusText: '', headers: {}, config: request, request: null };
  if (status < 400) return response;
  const message = `Request failed with status code ${status}`;
  throw Object.assign(new Error(message), { isAxiosError: true, config: request, response });
}

/** What the client's library throws where nobody answers: `ECONNRESET`, or `ECONNABORTED` when time is up. */
export function networkError(code: string): Error {
  return Object.assign(new Error(code), { isAxiosError: true, code });
}
