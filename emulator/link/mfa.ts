/**
 * The further questions of a bank, asked for by the password of `user_good` (SBX-3). Stateless: every call
 * brings all answers so far, and hears the next question, or nothing more.
 */
import { plaidError } from '../errors';
import type { Credentials } from '../world';

export type Challenge =
  | { readonly type: 'device'; readonly devices: readonly string[] }
  | { readonly type: 'code'; readonly prompt: string }
  | { readonly type: 'questions'; readonly questions: readonly string[] }
  | { readonly type: 'selections'; readonly questions: readonly Selection[] };

type Selection = { readonly question: string; readonly answers: readonly string[] };

const DEVICES = ['Text message to (•••) •••-0123', 'Call to (•••) •••-0123'];
const CODE = '1234';

/** The question that comes next, or null when there is none left; throws INVALID_MFA on a wrong answer. */
export function challengeOf({ password }: Credentials, answers: readonly string[]): Challenge | null {
  if (password === 'mfa_device') return deviceStep(answers);
  const questions = /^mfa_questions_(\d)_(\d)$/.exec(password);
  if (questions) return questionStep(Number(questions[1]), Number(questions[2]), answers);
  if (password === 'mfa_selections') return selectionStep([yesOrNo()], ['Yes'], answers);
  const selections = /^mfa_selections_(\d)_(\d)_(\d)$/.exec(password);
  if (!selections) return null;
  const [rounds, perRound, choices] = selections.slice(1).map(Number);
  return manySelections(rounds ?? 1, perRound ?? 1, choices ?? 1, answers);
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
