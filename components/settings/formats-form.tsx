'use client';

import type { FormAction } from '@/components/ui/form-action';
import { Field } from '@/components/ui/field';
import { Choice, type Option } from './choice';
import { SettingsForm } from './settings-form';

type Props = {
  numberForm: string;
  dateForm: string;
  /** Each choice by its example. */
  numberForms: readonly Option[];
  dateForms: readonly Option[];
  action: FormAction;
};

/** How numbers and days are written, on every device. */
export function FormatsForm({ numberForm, dateForm, numberForms, dateForms, action }: Props) {
  return (
    <SettingsForm action={action}>
      {(errors) => (
        <>
          <Field label="Numbers" error={errors['numberForm']}>
            {(control) => <Choice {...control} name="numberForm" value={numberForm} options={numberForms} />}
          </Field>
          <Field label="Dates" hint="A month that stands alone keeps its name." error={errors['dateForm']}>
            {(control) => <Choice {...control} name="dateForm" value={dateForm} options={dateForms} />}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}
