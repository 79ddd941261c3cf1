import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import type { Choice } from '@/lib/connections/choose-pairs';

type Account = { id: string; name: string; bankName: string; mask: string | null };

type Props = { by: string; choices: readonly Choice<Account>[] };

const FOUND = {
  'persistent-id': 'The bank says that it is the same account.',
  name: 'Same name, number and kind.',
  hand: 'Chosen by you.',
};

/** Each account and what it goes on as. A form that only asks to look again: it changes nothing. */
export function AccountChoice({ by, choices }: Props) {
  return (
    <form method="get" className="grid gap-4">
      <input type="hidden" name="by" value={by} />
      {choices.map(({ account, chosen, by: way, options }) => (
        <Field
          key={account.id}
          label={labelOf({ ...account, bankName: account.name })}
          hint={way === null ? 'Its history stays; it is closed and not updated any more.' : FOUND[way]}
        >
          {(control) => (
            <Select {...control} name={account.id} defaultValue={chosen?.id ?? ''}>
              <option value="">not in the new connection</option>
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  goes on as {labelOf(option)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Button type="submit" className="justify-self-start">
        Look again with this choice
      </Button>
    </form>
  );
}

function labelOf({ bankName, mask }: Pick<Account, 'bankName' | 'mask'>): string {
  return mask === null ? bankName : `${bankName} ··${mask}`;
}
