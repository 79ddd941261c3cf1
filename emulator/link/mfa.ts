/**
 * The further questions of a bank, asked for by the password (SBX-3, SBX-6). Stateless: every call
 * brings all answers so far, and hears the next question, or nothing more.
 */
import { type CustomUser, parseCustomUser } from '../custom/schema';
import { plaidError } from '../errors/errors';
import type { Credentials } from '../login';

type Challenge =
  | { readonly type: 'recaptcha' }
  | { readonly type: 'device'; readonly devices: readonly string[] }
  | { readonly type: 'code'; readonly prompt: string }
  | { readonly type: 'questions'; readonly questions: readonly string[] }
  | { readonly type: 'selections'; readonly questions: readonly Selection[] };

type Selection = { readonly question: string; readonly answers: readonly string[] };

const DEVICES = ['Text message to (•••) •••-0123', 'Call to (•••) •••-0123'];
const CODE = '1234';

/** The question that comes next, or null when there is none left; throws INVALID_MFA on a wrong answer. */
export function challengeOf({ password }: Credentials, answers: readonly string[]): Challenge | null {
  const user = password.startsWith('{') ? parseCustomUser(password) : null;
  if (user?.recaptcha === undefined) return mfaStep(user?.mfa ?? mfaInPassword(password), answers);
  const [solved, ...rest] = answers;
  if (solved === undefined) return { type: 'recaptcha' };
  if (user.recaptcha === 'bad') throw plaidError('RECAPTCHA_BAD');
  return mfaStep(user.mfa ?? null, rest);
}

/** What a custom user's file says, or a password of `user_good` in short (SBX-3, SBX-6). */
type Mfa = NonNullable<CustomUser['mfa']>;

function mfaInPassword(password: string): Mfa | null {
  if (password === 'mfa_device') return { type: 'device' };
  const [question_rounds, questions_per_round] = numbersIn(/^mfa_questions_(\d)_(\d)$/, password);
  if (question_rounds !== undefined) return { type: 'questions', question_rounds, questions_per_round };
  if (password === 'mfa_selections') return { type: 'selections', selection_rounds: 0 };
  const [rounds, perRound, choices] = numbersIn(/^mfa_selections_(\d)_(\d)_(\d)$/, password);
  if (rounds === undefined) return null;
  return {
    type: 'selections',
    selection_rounds: rounds,
    questions_per_round: perRound,
    selections_per_question: choices,
  };
}

function mfaStep(mfa: Mfa | null, answers: readonly string[]): Challenge | null {
  if (mfa === null) return null;
  const { type, question_rounds, questions_per_round, selection_rounds, selections_per_question } = mfa;
  if (type === 'device') return deviceStep(answers);
  if (type === 'questions') return questionStep(question_rounds ?? 1, questions_per_round ?? 1, answers);
  // The short password asks one question that only knows yes and no.
  if (selection_rounds === 0) return selectionStep([yesOrNo()], ['Yes'], answers);
  return manySelections(
    selection_rounds ?? 1,
    questions_per_round ?? 2,
    selections_per_question ?? 2,
    answers,
  );
}

function numbersIn(pattern: RegExp, password: string): (number | undefined)[] {
  return (pattern.exec(password) ?? []).slice(1).map(Number);
}

/** Answers come as `device:<n>`, then the code. */
function deviceStep(answers: readonly string[]): Challenge | null {
  const [device, code] = answers;
  if (device === undefined) return { type: 'device', devices: DEVICES };
  if (code === undefined) return { type: 'code', prompt: DEVICES[Number(device)] ?? DEVICES[0] ?? '' };
  if (code !== CODE) throw plaidError('INVALID_MFA');
  return null;
}

function questionStep(rounds: number, perRound: number, answers: readonly string[]): Challenge | null {
  answers.forEach((answer, index) => {
    const expected = `answer_${Math.floor(index / perRound)}_${index % perRound}`;
    if (answer !== expected) throw plaidError('INVALID_MFA');
  });
  const round = Math.floor(answers.length / perRound);
  if (round >= rounds) return null;
  const questions = range(perRound).map((index) => `You say tomato, I say...? (answer_${round}_${index})`);
  return { type: 'questions', questions };
}

function manySelections(rounds: number, perRound: number, choices: number, answers: readonly string[]) {
  const round = Math.min(Math.floor(answers.length / perRound), rounds - 1);
  const asked = range(perRound).map((question) => ({
    question: `Which of these is yours? (${round + 1}.${question + 1})`,
    answers: range(choices).map((choice) => `answer_${round}_${question}_${choice}`),
  }));
  const expected = range(rounds).flatMap((r) =>
    range(perRound).map((question) => `answer_${r}_${question}_0`),
  );
  return selectionStep(asked, expected, answers);
}

function selectionStep(
  questions: readonly Selection[],
  expected: readonly string[],
  answers: readonly string[],
): Challenge | null {
  if (answers.some((answer, index) => answer !== expected[index])) throw plaidError('INVALID_MFA');
  return answers.length >= expected.length ? null : { type: 'selections', questions };
}

function yesOrNo(): Selection {
  return { question: 'Is this your account?', answers: ['Yes', 'No'] };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
