// Who a forge asks for a review: the names that a CODEOWNERS file may give, and those of an owner of the base.
import type { Owner } from './config.ts';

/** `@user`, `@org/team` (GitLab has groups below groups) or an e-mail address. */
export const codeownerPattern =
  /^(?:@[A-Za-z0-9_][\w.-]*(?:\/[\w.-]+)*|[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/;

/** Whom a forge can ask in the place of `owner`: its `codeowners`, else its `contact` where that is an e-mail address; else nobody. */
export function codeownersOf({ codeowners, contact }: Owner): readonly string[] {
  if (codeowners !== undefined) return codeowners;
  const isAddress = contact !== undefined && !contact.startsWith('@') && codeownerPattern.test(contact);
  return isAddress ? [contact] : [];
}
