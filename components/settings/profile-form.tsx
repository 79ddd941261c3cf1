'use client';

import type { FormAction } from '@/components/ui/form-action';
import { Field, Input } from '@/components/ui/field';
import { Choice, type Option } from './choice';
import { SettingsForm } from './settings-form';

type Props = {
  name: string | null;
  timeZone: string;
  currency: string;
  timeZones: readonly Option[];
  currencies: readonly Option[];
  action: FormAction;
};

/** Name, time zone and currency of the person. */
export function ProfileForm({ name, timeZone, currency, timeZones, currencies, action }: Props) {
  return (
    <SettingsForm action={action}>
      {(errors) => (
        <>
          <Field label="Name" hint="How Evenkeel addresses you. May be empty." error={errors['name']}>
            {(control) => (
              <Input {...control} name="name" defaultValue={name ?? ''} maxLength={80} autoComplete="name" />
            )}
          </Field>
          <Field label="Time zone" hint="Decides when a day begins and ends." error={errors['timeZone']}>
            {(control) => <Choice {...control} name="timeZone" value={timeZone} options={timeZones} />}
          </Field>
          <Field
            label="Currency"
            hint="What your totals are in. Amounts in other currencies are never mixed in."
            error={errors['currency']}
          >
            {(control) => <Choice {...control} name="currency" value={currency} options={currencies} />}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}
