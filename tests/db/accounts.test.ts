import { describe, expect, it } from 'vitest';
import { findAccount, listAccounts, updateAccount } from '@/db/queries/accounts';
import { anAccount, anInstitution, anItem, aPerson } from '../support/factories';

describe('accounts', () => {
  it('come with their bank, closed and hidden ones too, but not those of a connection being removed', async () => {
    const ann = await aPerson();
    const bank = await anInstitution({ logo: 'iVBORw0KGgo=' });
    const itemId = await anItem(ann.userId, { plaidInstitutionId: bank, state: 'needs-repair' });
    await anAccount({ userId: ann.userId, itemId }, { bankName: 'Closed', closedAt: new Date(0) });
    await anAccount(ann, { bankName: 'Hidden', isHidden: true });
    const ending = await anItem(ann.userId, { state: 'ending' });
    const gone = await anAccount({ userId: ann.userId, itemId: ending }, { bankName: 'Gone' });
    const rows = await listAccounts(ann.userId);
    expect(rows.map(({ name, itemState }) => [name, itemState])).toEqual([
      ['Checking', 'healthy'],
      ['Closed', 'needs-repair'],
      ['Hidden', 'healthy'],
    ]);
    expect(rows.map(({ institutionLogo }) => institutionLogo)).toEqual([null, 'iVBORw0KGgo=', null]);
    expect(await findAccount(ann.userId, gone)).toBeNull();
  });

  it("keep the person's name until it is given back", async () => {
    const { userId, accountId } = await aPerson();
    await updateAccount(userId, accountId, { displayName: 'Household' });
    expect((await findAccount(userId, accountId))?.name).toBe('Household');
    await updateAccount(userId, accountId, { displayName: null });
    expect((await findAccount(userId, accountId))?.name).toBe('Checking');
  });
});
