/** A form's server action as a component takes it: the page passes it in, so that the arrow points one way. */
export type FormResult =
  | { ok: true; message?: string }
  | { ok: false; message: string; fields?: Record<string, string> };

export type FormAction = (previous: FormResult | null, form: FormData) => Promise<FormResult>;
