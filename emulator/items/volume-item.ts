/** `--transactions N`: an Item of N rows that is there from the start, for benches and for lists that are long. */
import { uuidFrom } from '../ids';
import { TRANSACTIONS } from '../vocabulary';
import type { World } from '../world';
import { createItem } from './items';

const TWO_YEARS = 730;

/** The access token of that Item; a second start with the same number finds the first one's. */
export async function openVolumeItem(world: World, rows: number): Promise<string> {
  const token = `access-sandbox-${uuidFrom(world.config.seed, 'volume', String(rows))}`;
  if (await world.store.find('accessTokens', token)) return token;
  const credentials = {
    username: `user_volume_${rows}`,
    password: 'pass_good',
    institutionId: 'ins_109508',
  };
  const opened = world.openLogin(credentials, world.today);
  if ('error' in opened) throw new Error(`There is no log-in with ${rows} transactions.`);
  // Its rows are there at once: nobody who asks for volume wants to wait for it.
  const atOnce = { ...world, settings: { ...world.settings, delays: { initial: 0, historical: 0 } } };
  const { itemId } = await createItem(atOnce, {
    credentials,
    login: opened.login,
    accountKeys: opened.login.accounts.map(({ key }) => key),
    products: [TRANSACTIONS],
    softProducts: [],
    consentedProducts: [],
    daysRequested: TWO_YEARS,
    webhook: null,
    clientUserId: null,
  });
  await world.store.update('accessTokens', token, () => ({ itemId, state: 'live' as const }));
  return token;
}
