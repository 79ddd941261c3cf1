/** Interest that a savings account earns: a twelfth of its rate on what lies there at the month's end. */
import { merchant } from '../personas/merchants';
import { dateInMonth } from './calendar';
import { type Life, standing, type Strand } from './life';
import { bookedAtOnce } from './movement';

export function savingsInterest(life: Life): Strand {
  return (today) => {
    if (today !== dateInMonth(today, 31)) return;
    for (const { account, apy } of life.persona.savings) {
      const earned = Math.round((standing(life, account) * apy) / 1200);
      const key = `interest ${account} ${today}`;
      if (earned > 0) {
        life.book.write(
          account,
          bookedAtOnce({ key, at: merchant('interestEarned'), cents: -earned, on: today }),
        );
      }
    }
  };
}
