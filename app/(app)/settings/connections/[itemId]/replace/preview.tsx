import { AccountChoice } from '@/components/connections/account-choice';
import { ConfirmReplacement } from '@/components/connections/confirm-replacement';
import { ReplacementEffect } from '@/components/connections/replacement-effect';
import { Section } from '@/components/ui/section';
import { type getReplacement, listRowsToCompare } from '@/db/queries/replacements';
import { getProfile } from '@/db/queries/users';
import { choosePairs } from '@/lib/connections/choose-pairs';
import { previewReplacement } from '@/lib/connections/replacement-preview';
import type { UserId } from '@/lib/core/id';
import { confirmReplacement, keepBoth } from './actions';

type Bank = NonNullable<Awaited<ReturnType<typeof getReplacement>>['present']>;

type Props = {
  userId: UserId;
  former: Bank;
  present: Bank;
  search: Record<string, string | string[] | undefined>;
};

/** Which accounts match, what moves, what stays, and what finds no place: read it, change it, confirm it. */
export async function Preview({ userId, former, present, search }: Props) {
  const choices = choosePairs(former.accounts, present.accounts, search);
  const pairs = choices.flatMap(({ account, chosen }) =>
    chosen ? [{ former: account.id, present: chosen.id }] : [],
  );
  const ids = [...former.accounts.map(({ id }) => id), ...pairs.map((pair) => pair.present)];
  const [found, profile] = await Promise.all([listRowsToCompare(userId, ids), getProfile(userId)]);
  const rows = new Map(ids.map((id, index) => [id, found[index] ?? []]));
  const preview = previewReplacement(
    choices.map(({ account, chosen }) => ({
      former: rows.get(account.id) ?? [],
      present: chosen ? (rows.get(chosen.id) ?? []) : null,
    })),
  );
  return (
    <div className="grid gap-10">
      <header>
        <h2 className="text-28 font-semibold">Replace {former.institutionName}</h2>
        <p className="mt-2 max-w-[68ch] text-14 text-ink-2">
          The new connection takes the place of the former one, which then ends at Plaid. Look at what comes
          along. Nothing has changed yet.
        </p>
      </header>
      <Section title="Accounts">
        <AccountChoice by={present.id} choices={choices} />
      </Section>
      <Section title="What happens to your history">
        <ReplacementEffect
          counts={preview}
          lost={preview.lost.map((row) => ({ ...row, day: row.postedDay, name: row.bankName }))}
          home={profile.currency}
        />
      </Section>
      <ConfirmReplacement
        itemId={former.id}
        by={present.id}
        pairs={pairs.map((pair) => `${pair.former}>${pair.present}`).join(' ')}
        isWaiting={present.replacesItemId === former.id}
        confirm={confirmReplacement}
        keepBoth={keepBoth}
      />
    </div>
  );
}
