import type { Route } from 'next';
import { LostEdits } from '@/components/connections/lost-edits';
import { WordForm } from '@/components/connections/word-form';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { listLostEdits, listReplacements, listWithdrawn } from '@/db/queries/replacements';
import type { ItemId, UserId } from '@/lib/core/id';
import { putAway, settleAccount } from './replace/actions';

type Props = { userId: UserId; itemId: ItemId; home: string };

/** What this connection took over from another, and changes of the person's that found no place. */
export async function Replaced({ userId, itemId, home }: Props) {
  const [told, lost] = await Promise.all([listReplacements(userId, itemId), listLostEdits(userId, itemId)]);
  const [latest] = told;
  if (!latest && lost.length === 0) return null;
  return (
    <Section title={latest ? `It replaced ${latest.formerName}` : 'Changes without a transaction'}>
      <div className="grid gap-3">
        {latest && (
          <p className="max-w-[68ch] text-14 text-ink-2">
            {latest.isAutomatic && 'The bank keeps one connection per log-in, so the former one had ended. '}
            {accountsText(latest.summary.accounts)} Your history, categories, names, notes and tags came
            along.
          </p>
        )}
        {lost.length > 0 && (
          <div>
            <p className="max-w-[68ch] text-14 text-ink-2">
              These transactions, which you had changed, the bank does not send any more. They count nowhere.
            </p>
            <LostEdits edits={lost} home={home} />
          </div>
        )}
        <WordForm fields={{ itemId }} action={putAway}>
          I have read this
        </WordForm>
      </div>
    </Section>
  );
}

function accountsText(accounts: readonly { isServed: boolean }[]): string {
  const closed = accounts.filter(({ isServed }) => !isServed).length;
  const going = `${accounts.length - closed} of ${accounts.length} accounts go on under it.`;
  return closed === 0 ? going : `${going} The others are closed, with their history.`;
}

/** Accounts that the person took back: what becomes of their rows is theirs to say (UPD-6). */
export async function Withdrawn({ userId, itemId }: Pick<Props, 'userId' | 'itemId'>) {
  const accounts = await listWithdrawn(userId, itemId);
  if (accounts.length === 0) return null;
  return (
    <Section title="Accounts you no longer share">
      <p className="max-w-[68ch] text-14 text-ink-2">
        They are in no list and no total. Their history is put away until you share them again, or say
        otherwise.
      </p>
      <ul className="mt-3">
        {accounts.map(({ id, name, mask }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-0">
            <span className="basis-full sm:flex-1">
              {name} <span className="text-13 text-ink-3">{mask === null ? '' : `··${mask}`}</span>
            </span>
            <WordForm fields={{ accountId: id, word: 'count' }} action={settleAccount}>
              Count its history
            </WordForm>
            <WordForm fields={{ accountId: id, word: 'delete' }} action={settleAccount} danger>
              Delete its history
            </WordForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The way to a new log-in that keeps everything, for a connection that cannot be repaired. */
export function ReplaceLink({ itemId }: { itemId: ItemId }) {
  return (
    <LinkButton href={`/settings/connections/${itemId}/replace` as Route}>
      Connect again and keep history
    </LinkButton>
  );
}
