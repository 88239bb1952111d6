// Everything about people, and every secret, that the detectors of this folder find in a text; and the text without it.
import type { Wording } from '../wording.ts';
import { findBankAccounts } from './bank-accounts.ts';
import { findEmailAddresses, isReservedDomain, isWithinDomains } from './email-addresses.ts';
import { findPaymentCards } from './payment-cards.ts';
import { findPhoneNumbers, isFictionalPhone } from './phone-numbers.ts';
import { findSecrets } from './secrets.ts';
import { findSocialSecurityNumbers } from './social-security-numbers.ts';
import type { TextSpan } from './text-span.ts';

export type PersonalDataKind = 'card' | 'account' | 'social-security' | 'secret' | 'email' | 'phone';

export interface PersonalData extends TextSpan {
  readonly kind: PersonalDataKind;
}

export const personalDataWords: Readonly<Record<PersonalDataKind, Wording>> = {
  card: { fr: 'numéro de carte', en: 'card number' },
  account: { fr: 'IBAN', en: 'IBAN' },
  'social-security': { fr: 'numéro de sécurité sociale', en: 'social security number' },
  secret: { fr: 'mot de passe ou clé', en: 'password or key' },
  email: { fr: 'adresse électronique', en: 'e-mail address' },
  phone: { fr: 'téléphone', en: 'telephone number' },
};

/** What is found in `text`, by place, without overlaps. Addresses of `ownDomains` and what is kept for examples are nobody's. */
export function findPersonalData(text: string, ownDomains: readonly string[] = []): PersonalData[] {
  const of = (kind: PersonalDataKind, spans: readonly TextSpan[]) =>
    spans.map(({ start, end }): PersonalData => ({ start, end, kind }));
  const isOwn = (domain: string) => isReservedDomain(domain) || isWithinDomains(domain, ownDomains);
  const found = [
    ...of('card', findPaymentCards(text)),
    ...of('account', findBankAccounts(text)),
    ...of('social-security', findSocialSecurityNumbers(text)),
    ...of('secret', findSecrets(text)),
    ...of(
      'email',
      findEmailAddresses(text).filter(({ domain }) => !isOwn(domain)),
    ),
    ...of(
      'phone',
      findPhoneNumbers(text).filter(({ number }) => !isFictionalPhone(number)),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** `text` with the name of its kind, in brackets, in the place of each thing found. */
export function maskPersonalData(
  text: string,
  lang: keyof Wording,
  ownDomains: readonly string[] = [],
): string {
  let masked = '';
  let from = 0;
  for (const { start, end, kind } of findPersonalData(text, ownDomains)) {
    masked += `${text.slice(from, start)}[${personalDataWords[kind][lang]}]`;
    from = end;
  }
  return masked + text.slice(from);
}
