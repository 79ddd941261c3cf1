/** People as an app tells Plaid of them: whole enough for a Consumer Report, in the words of either age. */
import {
  type ClientUserIdentity,
  type ConsumerReportUserIdentity,
  IncomeVerificationSourceType,
  type PlaidApi,
  type Products,
} from 'plaid';

export const ANN: ClientUserIdentity = {
  name: { given_name: 'Ann', family_name: 'Marlow' },
  date_of_birth: '1990-01-31',
  emails: [{ data: 'ann@example.com', primary: true }],
  phone_numbers: [{ data: '+14155550123', primary: true }],
  addresses: [
    {
      street_1: '12 Harbor Lane',
      city: 'San Francisco',
      region: 'CA',
      country: 'US',
      postal_code: '94107',
      primary: true,
    },
  ],
};

export const BOB: ConsumerReportUserIdentity = {
  first_name: 'Bob',
  last_name: 'Reyes',
  phone_numbers: ['+13125551212'],
  emails: ['bob@example.com'],
  ssn_last_4: '1234',
  date_of_birth: '1985-06-09',
  primary_address: {
    street: '40 Elm Street',
    city: 'Chicago',
    region: 'IL',
    postal_code: '60601',
    country: 'US',
  },
};

/** A user of the newer kind, whole. */
export async function anUpgradedUser(plaid: PlaidApi, clientUserId = 'ann'): Promise<string> {
  const { data } = await plaid.userCreate({ client_user_id: clientUserId, identity: ANN });
  return data.user_id;
}

/** A user of the older kind, whole, with its token. */
export async function aLegacyUser(
  plaid: PlaidApi,
  clientUserId = 'bob',
): Promise<{ readonly userId: string; readonly userToken: string }> {
  const { data } = await plaid.userCreate({
    client_user_id: clientUserId,
    consumer_report_user_identity: BOB,
  });
  return { userId: data.user_id, userToken: data.user_token ?? '' };
}

/** An Item of a user, made without a dialog. */
export async function linkFor(
  plaid: PlaidApi,
  user: { readonly user_id?: string; readonly user_token?: string },
  options: {
    readonly products: readonly Products[];
    readonly institutionId?: string;
    readonly username?: string;
    readonly password?: string;
    readonly incomeDays?: number;
    readonly webhook?: string;
  },
): Promise<string> {
  const { username, password, incomeDays, webhook } = options;
  const { data } = await plaid.sandboxPublicTokenCreate({
    institution_id: options.institutionId ?? 'ins_109508',
    initial_products: [...options.products],
    options: {
      ...(username !== undefined && { override_username: username }),
      ...(password !== undefined && { override_password: password }),
      ...(webhook !== undefined && { webhook }),
      ...(incomeDays !== undefined && {
        income_verification: {
          income_source_types: [IncomeVerificationSourceType.Bank],
          bank_income: { days_requested: incomeDays },
        },
      }),
    },
    ...user,
  });
  return data.public_token;
}
