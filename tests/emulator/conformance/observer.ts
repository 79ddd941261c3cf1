/** Watches every answer of a subject: is it one that Plaid publishes, to the field? */
import { faultsOf, typesOfPath } from '@/tests/support/schema/published-types';
import { faultsOfError } from './published-errors';
import type { Reply, Subject } from './subject';

export type Answer = Readonly<Record<string, unknown>>;

export class Observer {
  #subject: Subject | undefined;
  readonly #faults = new Map<string, { readonly where: string; times: number }>();
  /** Calls that worked, by path. */
  readonly successes = new Map<string, number>();
  /** Codes of the errors that were seen. */
  readonly codes = new Set<string>();
  answers = 0;
  /** Where the walk is, for the list of faults. */
  place = '';

  constructor(subject?: Subject) {
    this.#subject = subject;
  }

  /** Someone else is watched from now on; what was seen so far stays. */
  turnTo(subject: Subject): void {
    this.#subject = subject;
  }

  /** Calls a path, checks the answer, and gives it; a file, which is no JSON, comes as an empty answer. */
  readonly call = async (path: string, body: object): Promise<Answer> => {
    const reply = await this.#post(path, JSON.stringify(body));
    this.answers += 1;
    if (reply.status !== 200) return this.#refusal(path, reply);
    this.successes.set(path, (this.successes.get(path) ?? 0) + 1);
    const types = typesOfPath(path);
    this.note(`${path} took`, this.#published(types.request, body));
    if (types.answer === 'any') return this.#file(path, reply);
    const answer = this.#json(path, reply);
    this.note(path, this.#published(types.answer, answer));
    return answer;
  };

  /** Sends a text as it is, for bodies that are no JSON. */
  async callRaw(path: string, text: string): Promise<Answer> {
    this.answers += 1;
    return this.#refusal(path, await this.#post(path, text));
  }

  /** Faults are alike when only positions in lists and the place of the walk differ. */
  note(what: string, faults: readonly string[]): void {
    for (const fault of faults) {
      const key = `${what}: ${fault.replace(/\/\d+(?=[/ ])/g, '/*')}`;
      const known = this.#faults.get(key.replace(/, and is .*/, ''));
      if (known) known.times += 1;
      else this.#faults.set(key.replace(/, and is .*/, ''), { where: `${this.place}; ${fault}`, times: 1 });
    }
  }

  get faults(): string[] {
    return [...this.#faults].map(([fault, { where, times }]) => `${fault} (${times} times, first: ${where})`);
  }

  #post(path: string, text: string): Promise<Reply> {
    if (!this.#subject) throw new Error('Nobody is watched.');
    return this.#subject.post(path, text);
  }

  #published(type: string, value: unknown): string[] {
    return faultsOf(type, value);
  }

  /** Checks an error that was answered; `status` is null where it is not said by HTTP. */
  noteError(what: string, status: number | null, error: Answer): void {
    const code = String(error['error_code']);
    this.codes.add(code);
    this.note(`${what} ${code}`, [...this.#published('PlaidError', error), ...faultsOfError(status, error)]);
  }

  #refusal(path: string, reply: Reply): Answer {
    const answer = this.#json(path, reply);
    this.noteError(`${path} ${reply.status}`, reply.status, answer);
    return answer;
  }

  #json(path: string, { contentType, text }: Reply): Answer {
    if (!contentType.startsWith('application/json')) this.note(path, [`the content type is ${contentType}`]);
    const answer: Answer = JSON.parse(text);
    return answer;
  }

  /** The published files are PDF, and archives of them. */
  #file(path: string, { contentType, text }: Reply): Answer {
    const isPdf = contentType === 'application/pdf' && text.startsWith('%PDF-');
    const isArchive = contentType === 'application/zip' && text.startsWith('PK');
    if (!isPdf && !isArchive) this.note(path, [`the file is ${contentType} and begins ${text.slice(0, 8)}`]);
    return {};
  }
}
