/** Every trouble on the calls around a run: exchange, a bank linked twice, removal, repair, and a webhook's key. */
import { AppError } from '@/lib/core/errors';
import { findKey, forgetKeys } from '@/lib/plaid/webhook-keys';
import { linkItem } from '@/lib/sync/link-item';
import { plaidAnswer } from '@/lib/sync/plaid-answer';
import { removeItem } from '@/lib/sync/remove-item';
import { repairDone, startRepair } from '@/lib/sync/repair-item';
import { endState, timePasses } from '../aftermath';
import type { Bank } from '../moment';
import type { Moments } from '../small-bank';
import { differences } from '../state';
import { connect, type Wire } from '../wire';
import type { Cell } from './cell';
import { TROUBLES, type Trouble } from './codes';

type Flow = {
  readonly name: string;
  readonly path: string;
  readonly from: number;
  /** Brings both sides to where the flow begins. */
  readonly begin: (bank: Moments) => Promise<Bank>;
  readonly act: (bank: Moments) => Promise<unknown>;
  /** What the one who acts should be told; undefined: that all went well. */
  readonly told: (trouble: Trouble) => AppError['code'] | undefined;
  /** What they are told where nothing is in the way; undefined: that all went well. */
  readonly toldAnyway?: AppError['code'];
  /** Codes after which nothing more is to be done, since the one thing that was wanted is so already. */
  readonly isLost?: (trouble: Trouble) => boolean;
};

const LINK: Pick<Flow, 'begin' | 'act'> = {
  begin: ({ unlinked }) => unlinked.restore(),
  act: ({ userId, publicToken }) => linkItem(userId, { publicToken }),
};

const TWICE: Pick<Flow, 'begin' | 'act'> = {
  begin: ({ first }) => first.restore(),
  act: ({ userId, publicToken }) => linkItem(userId, { publicToken }),
};

/** Words that there is nothing to end (ITM-5, ITM-9), or no token that could: what is alive at Plaid is not ours. */
const GONE = /\/(ITEM_NOT_FOUND|USER_PERMISSION_REVOKED|ITEM_CONCURRENTLY_DELETED|INVALID_ACCESS_TOKEN)$/;

const isDead = ({ meaning }: Trouble) => meaning === 'link';

const FLOWS: readonly Flow[] = [
  {
    ...LINK,
    name: 'exchange',
    path: '/item/public_token/exchange',
    from: 1,
    told: (trouble) => (isDead(trouble) ? 'invalid-input' : 'provider-unavailable'),
    isLost: isDead,
  },
  { ...LINK, name: 'exchange', path: '/accounts/get', from: 1, told: () => undefined },
  {
    ...TWICE,
    name: 'a bank linked twice',
    path: '/item/remove',
    from: 1,
    told: () => 'conflict',
    toldAnyway: 'conflict',
  },
  {
    name: 'removal',
    path: '/item/remove',
    from: 1,
    begin: ({ update }) => update.restore(),
    act: ({ userId, itemId }) => removeItem(userId, itemId),
    told: () => undefined,
  },
  {
    name: 'repair',
    path: '/item/get',
    from: 1,
    begin: ({ update }) => update.restore(),
    act: ({ userId, itemId }) => repairDone(userId, itemId),
    told: () => undefined,
  },
  {
    name: 'a window for repair',
    path: '/link/token/create',
    from: 1,
    begin: ({ update }) => update.restore(),
    act: ({ userId, itemId }) => plaidAnswer(() => startRepair(userId, itemId, { accountSelection: false })),
    told: ({ meaning }) => (meaning === 'over' ? 'reconnect-needed' : 'provider-unavailable'),
  },
];

export async function linkCells(bank: Moments): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const flow of FLOWS) {
    const clean = await cleanEnd(bank, flow);
    for (const trouble of TROUBLES) {
      const name = `${flow.name}: ${trouble.name} on ${flow.path}`;
      cells.push({ name, run: () => runCell(bank, flow, trouble, clean) });
    }
  }
  return [...cells, ...TROUBLES.map((trouble) => keyCell(bank, trouble))];
}

async function cleanEnd(bank: Moments, flow: Flow): Promise<string[]> {
  const copy = await flow.begin(bank);
  connect(copy);
  const told = await outcomeOf(flow.act(bank));
  if (told !== (flow.toldAnyway ?? WELL))
    throw new Error(`"${flow.name}" without trouble ended as "${told}".`);
  await timePasses();
  return endState(copy);
}

async function runCell(
  bank: Moments,
  flow: Flow,
  trouble: Trouble,
  clean: readonly string[],
): Promise<string[]> {
  const copy = await flow.begin(bank);
  const untouched = await endState(copy);
  const wire = connect(copy);
  wire.fault = { path: flow.path, from: flow.from, times: Infinity, spoilt: trouble.spoilt };
  const told = await outcomeOf(flow.act(bank));
  const meant = flow.told(trouble) ?? WELL;
  await stayAway(wire);
  await timePasses();
  const expected = flow.isLost?.(trouble) ? untouched : clean;
  const isBelieved = flow.path === '/item/remove' && GONE.test(trouble.name);
  const counts = (line: string) => !(isBelieved && line.startsWith('alive at Plaid'));
  const end = (await endState(copy)).filter(counts);
  return [
    ...(told === meant ? [] : [`the person is told "${told}" and not "${meant}"`]),
    ...differences(end, expected.filter(counts)).map((line) => `after healing, ${line}`),
  ];
}

/** One sweep while the trouble lasts, and it is over. */
async function stayAway(wire: Wire): Promise<void> {
  await timePasses();
  wire.fault = null;
}

const WELL = 'well';

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return WELL;
  } catch (error) {
    return error instanceof AppError ? error.code : `not a sentence: ${String(error)}`;
  }
}

const KID = '7a1b2c3d-0000-4000-8000-000000000001';

/** A key that cannot be looked up is asked for later; only one that there is not makes a webhook a forgery. */
function keyCell(bank: Moments, trouble: Trouble): Cell {
  const run = async () => {
    const wire = connect(await bank.update.restore());
    wire.fault = { path: '*', from: 1, times: Infinity, spoilt: trouble.spoilt };
    forgetKeys();
    const answer = await findKey(KID, Date.now());
    const meant = trouble.name.includes('WEBHOOK_VERIFICATION_KEY_ID') ? 'refused' : 'unavailable';
    return answer === meant ? [] : [`the webhook is ${JSON.stringify(answer)}, not ${meant}`];
  };
  return { name: `webhook: ${trouble.name} on /webhook_verification_key/get`, run };
}
