/** How a person has figures written: their digits, their days, and whether amounts may be seen at all. */

/** Each way to write a number, and the tag of a place that writes it so. */
export const NUMBER_FORMS = {
  'comma-point': 'en-US',
  'point-comma': 'de-DE',
  'space-comma': 'fr-FR',
  'apostrophe-point': 'de-CH',
} as const;

/** One of these forms, or that of the place the person is from. */
export const NUMBER_CHOICES = [
  'locale',
  'comma-point',
  'point-comma',
  'space-comma',
  'apostrophe-point',
] as const satisfies readonly ('locale' | keyof typeof NUMBER_FORMS)[];

/** `words` "Fri 14 Mar", `words-month-first` "Fri, Mar 14", `day-month` "14/03", `month-day` "03/14", `iso` "2026-03-14". */
export const DATE_FORMS = ['words', 'words-month-first', 'day-month', 'month-day', 'iso'] as const;

export type NumberChoice = (typeof NUMBER_CHOICES)[number];
export type DateForm = (typeof DATE_FORMS)[number];

export type Writing = {
  /** BCP 47 tag whose grouping and decimal sign numbers follow. */
  numbers: string;
  dates: DateForm;
  /** Where the person is, so that moments have their clock and their day. */
  timeZone: string;
  /** Amounts are masked, for a screen that others can see. Shares, rates and days stay. */
  hidden: boolean;
};

/** The tag that a choice comes to, for somebody from that place. */
export function numbersOf(choice: NumberChoice, locale: string): string {
  return choice === 'locale' ? locale : NUMBER_FORMS[choice];
}

/** For whoever has no settings: a stranger, and the page that shows the parts. */
export const PLAIN: Writing = {
  numbers: NUMBER_FORMS['comma-point'],
  dates: 'words',
  timeZone: 'UTC',
  hidden: false,
};

/** What stands for the digits of a hidden amount, always as long, so that its length says nothing. */
export const MASK = '•••';
