/** What needs a person? Broken connections and missed payments, the most pressing first, three at most. */

type Connection = {
  itemId: string;
  state: string;
  /** What is the matter, what is safe (may be empty), and the words of the one thing to do. */
  sentence: string;
  detail: string;
  action: string;
};
type LateDebt = { accountId: string; name: string };

export type Need = {
  key: string;
  tone: 'danger' | 'attention';
  title: string;
  /** What is safe, or what it means. */
  comfort: string;
  action: { label: string; to: { page: 'connections' | 'debts'; itemId?: string } };
};

const MOST = 3;

export function needsOf(connections: readonly Connection[], late: readonly LateDebt[]): Need[] {
  const needs = [
    ...late.map(lateNeed),
    ...['needs-repair', 'revoked', 'repair-soon'].flatMap((state) =>
      connections.filter((connection) => connection.state === state).map(connectionNeed),
    ),
  ];
  if (needs.length <= MOST) return needs;
  // The last place says how much more there is.
  const hidden = needs.length - MOST + 1;
  return [
    ...needs.slice(0, MOST - 1),
    {
      key: 'more',
      tone: 'attention',
      title: `${hidden} more connections or payments need you.`,
      comfort: 'Your history is safe.',
      action: { label: 'See all', to: { page: 'connections' } },
    },
  ];
}

function lateNeed({ accountId, name }: LateDebt): Need {
  return {
    key: accountId,
    tone: 'danger',
    title: `A payment on ${name} is overdue.`,
    comfort: 'Your bank reports it as missed.',
    action: { label: 'See the debt', to: { page: 'debts' } },
  };
}

function connectionNeed({ itemId, sentence, detail, action }: Connection): Need {
  return {
    key: itemId,
    tone: 'attention',
    title: sentence,
    comfort: detail,
    action: { label: action, to: { page: 'connections', itemId } },
  };
}
