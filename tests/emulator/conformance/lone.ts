/** What a call that stands alone may need before it: an Item, a token, a key; all made by calls of the API. */
import { steer } from '@/tests/support/emulator-client';
import type { Answer, Observer } from './observer';
import type { Steered } from './subject';

export const WEBHOOK = 'https://app.test/webhook';

export class Lone {
  readonly #observer: Observer;
  readonly #steered: Steered;

  #names = 0;

  constructor(observer: Observer, steered: Steered) {
    this.#observer = observer;
    this.#steered = steered;
  }

  /** One of the emulator's own levers. */
  readonly steer = async (path: string, body: object = {}): Promise<unknown> => {
    const answer = await steer(this.#steered.emulator, path, body);
    await this.#steered.emulator.idle();
    return answer;
  };

  /** A name that nothing has yet. */
  readonly aName = (): string => {
    this.#names += 1;
    return `name-${this.#names}`;
  };

  /** Calls, and waits for what follows from it, such as webhooks. */
  readonly call: Observer['call'] = async (path, body) => {
    const answer = await this.#observer.call(path, body);
    await this.#steered.emulator.idle();
    return answer;
  };

  /** A call of Link's dialog: only its refusals are of a published kind. */
  readonly dialog = async (name: string, body: object): Promise<Answer> => {
    const { text } = await this.#steered.subject.post(`/link/v2/stable/api/${name}`, JSON.stringify(body));
    const answer: Answer = JSON.parse(text);
    if ('error_code' in answer) this.#observer.noteError(`Link's ${name}`, null, answer);
    return answer;
  };

  /** A form of the bank's own page, sent in; answers the page that follows. */
  readonly bankPage = async (state: unknown, form: URLSearchParams): Promise<string> => {
    const path = `/link/v2/stable/bank.html?mode=popup&state=${String(state)}`;
    return (await this.#steered.subject.post(path, form.toString())).text;
  };

  /** The bank's calendar day. */
  readonly today = async (): Promise<string> => (await this.#steered.emulator.world()).today;

  /** The simulated instant. */
  readonly now = async (): Promise<string> =>
    new Date((await this.#steered.emulator.world()).now).toISOString();

  /** A public token of `user_good`, or as the options of `/sandbox/public_token/create` say. */
  readonly aPublicToken = async (
    options: object = { webhook: WEBHOOK },
    products: readonly string[] = ['transactions'],
    institution_id = 'ins_109508',
  ): Promise<unknown> => {
    const { public_token } = await this.call('/sandbox/public_token/create', {
      institution_id,
      initial_products: products,
      options,
    });
    return public_token;
  };

  /** The access token of a new Item. */
  readonly anItem = async (...asked: Parameters<Lone['aPublicToken']>): Promise<unknown> => {
    const public_token = await this.aPublicToken(...asked);
    const { access_token } = await this.call('/item/public_token/exchange', { public_token });
    return access_token;
  };

  /** The id of the key that signs webhooks. */
  readonly aKeyId = async (): Promise<unknown> => {
    const key = await this.steer('/webhooks/rotate-keys');
    return typeof key === 'object' && key !== null ? Reflect.get(key, 'key_id') : undefined;
  };
}
