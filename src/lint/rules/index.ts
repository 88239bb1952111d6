// Every rule by its name, in the order of the documentation. A test holds that each file of this folder is listed.
import type { Rule } from '../rule.ts';
import { acknowledgementHasTime } from './acknowledgement-has-time.ts';
import { anchorsResolve } from './anchors-resolve.ts';
import { announcementIsDated } from './announcement-is-dated.ts';
import { answersDiffer } from './answers-differ.ts';
import { articleIsReadable } from './article-is-readable.ts';
import { articlesAreLinked } from './articles-are-linked.ts';
import { articlesDiffer } from './articles-differ.ts';
import { asksResolve } from './asks-resolve.ts';
import { casesCoverValues } from './cases-cover-values.ts';
import { casesNameVariables } from './cases-name-variables.ts';
import { classificationIsKnown } from './classification-is-known.ts';
import { codeownersIsCurrent } from './codeowners-is-current.ts';
import { datesAreReal } from './dates-are-real.ts';
import { datesInOrder } from './dates-in-order.ts';
import { datesMoveOneByOne } from './dates-move-one-by-one.ts';
import { expiresIsPresent } from './expires-is-present.ts';
import { expiryWithinLimit } from './expiry-within-limit.ts';
import { flowAnswersDiffer } from './flow-answers-differ.ts';
import { flowAnswersHaveLabels } from './flow-answers-have-labels.ts';
import { flowArrowsJoinSteps } from './flow-arrows-join-steps.ts';
import { flowDetailsAreUsed } from './flow-details-are-used.ts';
import { flowLabelsAreShort } from './flow-labels-are-short.ts';
import { flowLinksResolve } from './flow-links-resolve.ts';
import { flowNodesHaveText } from './flow-nodes-have-text.ts';
import { flowPathsEnd } from './flow-paths-end.ts';
import { flowQuestionsBranch } from './flow-questions-branch.ts';
import { flowStepsAreReachable } from './flow-steps-are-reachable.ts';
import { flowchartsParse } from './flowcharts-parse.ts';
import { flowsAcrossArticlesEnd } from './flows-across-articles-end.ts';
import { flowsAreSmall } from './flows-are-small.ts';
import { flowsHaveOneStart } from './flows-have-one-start.ts';
import { formsAreUnique } from './forms-are-unique.ts';
import { fragmentsAreIncluded } from './fragments-are-included.ts';
import { frenchApostrophes } from './french-apostrophes.ts';
import { frenchQuotes } from './french-quotes.ts';
import { frenchSpaces } from './french-spaces.ts';
import { frontMatterMatchesSchema } from './front-matter-matches-schema.ts';
import { headingsAreUnique } from './headings-are-unique.ts';
import { headingsHaveText } from './headings-have-text.ts';
import { headingsInOrder } from './headings-in-order.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { imagesAreLight } from './images-are-light.ts';
import { imagesHaveAlt } from './images-have-alt.ts';
import { imagesResolve } from './images-resolve.ts';
import { includesResolve } from './includes-resolve.ts';
import { isValidated } from './is-validated.ts';
import { keywordsAreUnique } from './keywords-are-unique.ts';
import { lettersAreOfOneScript } from './letters-are-of-one-script.ts';
import { levelIsOnAnnouncement } from './level-is-on-announcement.ts';
import { linkTextSaysWhere } from './link-text-says-where.ts';
import { linksAreCurrent } from './links-are-current.ts';
import { linksAreSecure } from './links-are-secure.ts';
import { linksHaveText } from './links-have-text.ts';
import { linksResolve } from './links-resolve.ts';
import { listNumbersInOrder } from './list-numbers-in-order.ts';
import { macroFieldsAreDeclared } from './macro-fields-are-declared.ts';
import { macroFitsChannel } from './macro-fits-channel.ts';
import { macroIsForCustomers } from './macro-is-for-customers.ts';
import { macrosReachAChannel } from './macros-reach-a-channel.ts';
import { menusAreShort } from './menus-are-short.ts';
import { menusCanBeWalked } from './menus-can-be-walked.ts';
import { noBankAccounts } from './no-bank-accounts.ts';
import { noDoubledWords } from './no-doubled-words.ts';
import { noForeignAddresses } from './no-foreign-addresses.ts';
import { noForeignPhones } from './no-foreign-phones.ts';
import { noInvisibleCharacters } from './no-invisible-characters.ts';
import { noPaymentCards } from './no-payment-cards.ts';
import { noPlaceholders } from './no-placeholders.ts';
import { noRawHtml } from './no-raw-html.ts';
import { noSecrets } from './no-secrets.ts';
import { noSocialSecurityNumbers } from './no-social-security-numbers.ts';
import { notDue } from './not-due.ts';
import { notExpired } from './not-expired.ts';
import { onlyNamesAudiences } from './only-names-audiences.ts';
import { ownerIsKnown } from './owner-is-known.ts';
import { pathsDifferBeyondCase } from './paths-differ-beyond-case.ts';
import { pathsResolve } from './paths-resolve.ts';
import { phoneLinksCanBeDialled } from './phone-links-can-be-dialled.ts';
import { proceduresHaveSteps } from './procedures-have-steps.ts';
import { questionHasRightAnswer } from './question-has-right-answer.ts';
import { quizHasQuestions } from './quiz-has-questions.ts';
import { reasonsAreCovered } from './reasons-are-covered.ts';
import { reviewerIsNotAuthor } from './reviewer-is-not-author.ts';
import { sectionsHaveContent } from './sections-have-content.ts';
import { sentencesAreShort } from './sentences-are-short.ts';
import { successionWithoutGap } from './succession-without-gap.ts';
import { successorsResolve } from './successors-resolve.ts';
import { suppressionsAreSound } from './suppressions-are-sound.ts';
import { tableRowsComplete } from './table-rows-complete.ts';
import { termsArePreferred } from './terms-are-preferred.ts';
import { textIsReadable } from './text-is-readable.ts';
import { translationsAreRecent } from './translations-are-recent.ts';
import { unchangedSinceValidation } from './unchanged-since-validation.ts';
import { validatorIsKnown } from './validator-is-known.ts';
import { variablesAreSound } from './variables-are-sound.ts';
import { variablesAreUsed } from './variables-are-used.ts';
import { variablesResolve } from './variables-resolve.ts';

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
  'validator-is-known': validatorIsKnown,
  'unchanged-since-validation': unchangedSinceValidation,
  'reviewer-is-not-author': reviewerIsNotAuthor,
  'expiry-within-limit': expiryWithinLimit,
  'dates-move-one-by-one': datesMoveOneByOne,
  'announcement-is-dated': announcementIsDated,
  'level-is-on-announcement': levelIsOnAnnouncement,
  'acknowledgement-has-time': acknowledgementHasTime,
  'successors-resolve': successorsResolve,
  'succession-without-gap': successionWithoutGap,
  'links-are-current': linksAreCurrent,
  'owner-is-known': ownerIsKnown,
  'classification-is-known': classificationIsKnown,
  'codeowners-is-current': codeownersIsCurrent,
  'links-resolve': linksResolve,
  'anchors-resolve': anchorsResolve,
  'images-resolve': imagesResolve,
  'includes-resolve': includesResolve,
  'fragments-are-included': fragmentsAreIncluded,
  'variables-resolve': variablesResolve,
  'variables-are-sound': variablesAreSound,
  'variables-are-used': variablesAreUsed,
  'cases-name-variables': casesNameVariables,
  'cases-cover-values': casesCoverValues,
  'headings-in-order': headingsInOrder,
  'headings-are-unique': headingsAreUnique,
  'headings-have-text': headingsHaveText,
  'sections-have-content': sectionsHaveContent,
  'procedures-have-steps': proceduresHaveSteps,
  'quiz-has-questions': quizHasQuestions,
  'question-has-right-answer': questionHasRightAnswer,
  'answers-differ': answersDiffer,
  'list-numbers-in-order': listNumbersInOrder,
  'table-rows-complete': tableRowsComplete,
  'images-have-alt': imagesHaveAlt,
  'images-are-light': imagesAreLight,
  'links-have-text': linksHaveText,
  'link-text-says-where': linkTextSaysWhere,
  'links-are-secure': linksAreSecure,
  'phone-links-can-be-dialled': phoneLinksCanBeDialled,
  'articles-are-linked': articlesAreLinked,
  'no-raw-html': noRawHtml,
  'flowcharts-parse': flowchartsParse,
  'flows-have-one-start': flowsHaveOneStart,
  'flow-steps-are-reachable': flowStepsAreReachable,
  'flow-paths-end': flowPathsEnd,
  'flows-across-articles-end': flowsAcrossArticlesEnd,
  'asks-resolve': asksResolve,
  'menus-can-be-walked': menusCanBeWalked,
  'menus-are-short': menusAreShort,
  'macros-reach-a-channel': macrosReachAChannel,
  'macro-fields-are-declared': macroFieldsAreDeclared,
  'macro-fits-channel': macroFitsChannel,
  'macro-is-for-customers': macroIsForCustomers,
  'only-names-audiences': onlyNamesAudiences,
  'flow-questions-branch': flowQuestionsBranch,
  'flow-answers-have-labels': flowAnswersHaveLabels,
  'flow-answers-differ': flowAnswersDiffer,
  'flow-nodes-have-text': flowNodesHaveText,
  'flow-labels-are-short': flowLabelsAreShort,
  'flows-are-small': flowsAreSmall,
  'flow-arrows-join-steps': flowArrowsJoinSteps,
  'flow-links-resolve': flowLinksResolve,
  'flow-details-are-used': flowDetailsAreUsed,
  'sentences-are-short': sentencesAreShort,
  'text-is-readable': textIsReadable,
  'terms-are-preferred': termsArePreferred,
  'french-spaces': frenchSpaces,
  'french-quotes': frenchQuotes,
  'french-apostrophes': frenchApostrophes,
  'no-placeholders': noPlaceholders,
  'no-doubled-words': noDoubledWords,
  'no-payment-cards': noPaymentCards,
  'no-bank-accounts': noBankAccounts,
  'no-social-security-numbers': noSocialSecurityNumbers,
  'no-foreign-addresses': noForeignAddresses,
  'no-foreign-phones': noForeignPhones,
  'no-secrets': noSecrets,
  'no-invisible-characters': noInvisibleCharacters,
  'letters-are-of-one-script': lettersAreOfOneScript,
  'articles-differ': articlesDiffer,
  'translations-are-recent': translationsAreRecent,
  'reasons-are-covered': reasonsAreCovered,
  'paths-resolve': pathsResolve,
  'keywords-are-unique': keywordsAreUnique,
  'forms-are-unique': formsAreUnique,
  // Last: it judges by what the others found.
  'suppressions-are-sound': suppressionsAreSound,
};
