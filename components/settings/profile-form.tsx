'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/components/ui/form-action';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';

type Props = {
  name: string | null;
  timeZone: string;
  currency: string;
  timeZones: readonly string[];
  currencies: readonly string[];
  action: FormAction;
};

/** Name, time zone and currency of the person. */
export function ProfileForm({ name, timeZone, currency, timeZones, currencies, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  const errors = result?.ok === false ? (result.fields ?? {}) : {};
  return (
    <form action={submit} className="grid max-w-sm gap-5">
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
        hint="Written without its code; amounts in other currencies are never mixed in."
        error={errors['currency']}
      >
        {(control) => <Choice {...control} name="currency" value={currency} options={currencies} />}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={isSaving}>
          Save
        </Button>
        <p role="status" className="text-13 text-ink-3">
          {result?.message}
        </p>
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; value: string; options: readonly string[]; id: string };

function Choice({ name, value, options, ...control }: ChoiceProps) {
  const all = options.includes(value) ? options : [value, ...options];
  return (
    <Select {...control} name={name} defaultValue={value} key={value}>
      {all.map((option) => (
        <option key={option} value={option}>
          {option.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
