import { AmountsSwitch } from '@/components/layout/amounts-switch';
import { UserMenu } from '@/components/layout/user-menu';
import { getProfile } from '@/db/queries/users';
import { getAppearance } from '@/lib/appearance';
import { requireUserId } from '@/lib/auth';
import { hideAmounts } from './actions';

/** Who is signed in, for the menu, and whether amounts may be seen. */
export async function Account() {
  const [{ name, email }, { hidesAmounts }] = await Promise.all([
    getProfile(await requireUserId()),
    getAppearance(),
  ]);
  return (
    <div className="grid gap-1">
      <AmountsSwitch isHidden={hidesAmounts} action={hideAmounts} />
      <UserMenu name={name} email={email} />
    </div>
  );
}
