import { UserMenu } from '@/components/layout/user-menu';
import { getProfile } from '@/db/queries/users';
import { requireUserId } from '@/lib/auth';

/** Who is signed in, for the menu. */
export async function Account() {
  const { name, email } = await getProfile(await requireUserId());
  return <UserMenu name={name} email={email} />;
}
