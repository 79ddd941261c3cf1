/** Who owns a custom user's account; what the file leaves out is filled with the Sandbox's own person. */
import { type Address, EmailTypeEnum, type Owner, PhoneNumberTypeEnum } from 'plaid';
import type { CustomIdentity } from './schema';

const SANDBOX_NAMES = ['Alberta Bobbeth Charleson'];

const SANDBOX_ADDRESS: Address = {
  data: { city: 'Malakoff', region: 'NY', street: '2992 Cameron Road', postal_code: '14236', country: 'US' },
  primary: true,
};

export function customOwner(identity: CustomIdentity | undefined): Owner {
  return {
    names: identity?.names ?? SANDBOX_NAMES,
    emails: emailsOf(identity),
    phone_numbers: phonesOf(identity),
    addresses: identity?.addresses?.map(toAddress) ?? [SANDBOX_ADDRESS],
  };
}

function emailsOf(identity: CustomIdentity | undefined): Owner['emails'] {
  const given = identity?.emails ?? [{ data: 'accountholder0@example.com', primary: true, type: 'primary' }];
  return given.map(({ data, primary = false, type }) => ({
    data,
    primary,
    type: Object.values(EmailTypeEnum).find((known) => known === type) ?? EmailTypeEnum.Other,
  }));
}

function phonesOf(identity: CustomIdentity | undefined): Owner['phone_numbers'] {
  const given = identity?.phone_numbers ?? [{ data: '1112223333', primary: true, type: 'mobile' }];
  return given.map(({ data, primary = false, type }) => ({
    data,
    primary,
    type: Object.values(PhoneNumberTypeEnum).find((known) => known === type) ?? PhoneNumberTypeEnum.Other,
  }));
}

function toAddress({ data, primary = false }: NonNullable<CustomIdentity['addresses']>[number]): Address {
  const { city = null, region = null, street = '', postal_code = null, country = null } = data;
  return { data: { city, region, street, postal_code, country }, primary };
}
