// Every rule by its name, in the order of the documentation. A test holds that each file of this folder is listed.
import type { Rule } from '../rule.ts';
import { anchorsResolve } from './anchors-resolve.ts';
import { articleIsReadable } from './article-is-readable.ts';
import { classificationIsKnown } from './classification-is-known.ts';
import { datesAreReal } from './dates-are-real.ts';
import { datesInOrder } from './dates-in-order.ts';
import { expiresIsPresent } from './expires-is-present.ts';
import { flowchartsParse } from './flowcharts-parse.ts';
import { frontMatterMatchesSchema } from './front-matter-matches-schema.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { imagesResolve } from './images-resolve.ts';
import { isValidated } from './is-validated.ts';
import { linksResolve } from './links-resolve.ts';
import { notDue } from './not-due.ts';
import { notExpired } from './not-expired.ts';
import { ownerIsKnown } from './owner-is-known.ts';
import { pathsDifferBeyondCase } from './paths-differ-beyond-case.ts';
import { suppressionsAreSound } from './suppressions-are-sound.ts';

export const rules: Readonly<Record<string, Rule>> = {
  'article-is-readable': articleIsReadable,
  'front-matter-matches-schema': frontMatterMatchesSchema,
  'ids-are-unique': idsAreUnique,
  'paths-differ-beyond-case': pathsDifferBeyondCase,
  'dates-are-real': datesAreReal,
  'dates-in-order': datesInOrder,
  'expires-is-present': expiresIsPresent,
  'not-expired': notExpired,
  'not-due': notDue,
  'is-validated': isValidated,
  'owner-is-known': ownerIsKnown,
  'classification-is-known': classificationIsKnown,
  'links-resolve': linksResolve,
  'anchors-resolve': anchorsResolve,
  'images-resolve': imagesResolve,
  'flowcharts-parse': flowchartsParse,
  // Last: it judges by what the others found.
  'suppressions-are-sound': suppressionsAreSound,
};
