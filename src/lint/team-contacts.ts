// The addresses and numbers that are the team's own: those of `contacts`, and those by which its owners are reached.
import { findEmailAddresses } from '../model/personal-data/email-addresses.ts';
import { findPhoneNumbers, readPhoneNumber } from '../model/personal-data/phone-numbers.ts';
import { perBase } from './per-base.ts';

export interface TeamContacts {
  readonly domains: readonly string[];
  /** Whole addresses, in lower case: an owner's mailbox does not open its provider's domain. */
  readonly addresses: ReadonlySet<string>;
  /** As `readPhoneNumber` gives them. */
  readonly phones: readonly string[];
}

export const teamContacts = perBase(({ config }): TeamContacts => {
  const contacts = Object.values(config.owners).flatMap(({ contact }) => contact ?? []);
  return {
    domains: config.contacts.domains,
    addresses: new Set(
      contacts.flatMap((contact) =>
        findEmailAddresses(contact).map(({ start, end }) => contact.slice(start, end).toLowerCase()),
      ),
    ),
    phones: [
      ...config.contacts.phones.map(readPhoneNumber),
      ...contacts.flatMap((contact) => findPhoneNumbers(contact).map(({ number }) => number)),
    ],
  };
});
