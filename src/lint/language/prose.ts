// The words of an article as the language rules judge them: what is no prose is hidden, character for character.
import type { DocumentParts } from '../../content/document-parts.ts';
import { inlineObject, type TextRun } from '../../content/text-runs.ts';
import type { RuleContext } from '../rule.ts';
import { type ProseLanguage, proseLanguage } from './languages.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** A run of text and what of it is prose. */
export interface Prose {
  readonly run: TextRun;
  /**
   * As long as the run's text. `inlineObject` stands for code and pictures, and for each character of addresses,
   * `:shortcodes:`, `{{blanks}}` of templates and alert marks; U+2029 for a line end that the writer asked for.
   */
  readonly text: string;
  /** The sentences of `text`, split when they are first asked for. */
  readonly sentences: readonly Sentence[];
}

/** A cheap test for most of the texts: nothing of `hidden` can be in them. */
const maybeHidden = /[@{]|:\/\/|:[a-z]|www\.|^\[!/;

const hidden = new RegExp(
  [
    // A web address, without the punctuation that ends its sentence.
    /(?:[a-z][a-z0-9+-]{1,15}:\/\/|www\.)(?:[^\s<>"«»]*[^\s<>"«».,;:!?…)\]])?/,
    /(?:mailto|tel):[^\s<>"«»]*[^\s<>"«».,;:!?…)\]]/,
    /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/,
    /\{\{[^{}\n]*\}\}|[%$]\{[^{}\n]*\}|\{%[^{}\n]*%\}/,
    /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}:])/u,
    /^\[![A-Z]+\]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

function hide(text: string): string {
  if (!maybeHidden.test(text)) return text;
  return text.replace(hidden, (found) => inlineObject.repeat(found.length));
}

/** Line ends that Markdown keeps: after a backslash or two spaces (CommonMark 0.31, section 6.7). */
function markBreaks(text: string, run: TextRun, source: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/\n/g, (end, index: number) => {
    const at = run.offsetAt(index) - (source[run.offsetAt(index) - 1] === '\r' ? 1 : 0);
    const kept = source[at - 1] === '\\' || source.slice(at - 2, at) === '  ';
    return kept ? '\u2029' : end;
  });
}

/** A class for the reason that `DocumentParts` has one. */
class SplitProse implements Prose {
  readonly run: TextRun;
  readonly text: string;
  readonly #language: ProseLanguage;
  #sentences: readonly Sentence[] | undefined;

  constructor(run: TextRun, source: string, language: ProseLanguage) {
    this.run = run;
    this.text = markBreaks(hide(run.text), run, source);
    this.#language = language;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= splitSentences(this.text, this.#language);
    return this.#sentences;
  }
}

function proseIn(language: ProseLanguage): (parts: DocumentParts) => readonly Prose[] {
  return ({ runs, document }) => runs.map((run) => new SplitProse(run, document.text, language));
}

const makers = { fr: proseIn('fr'), en: proseIn('en') };

/**
 * The prose of the document in hand; made once for all rules that ask. Where we do not know the language, sentences are
 * split as in English.
 */
export function proseOf({ parts, lang }: Pick<RuleContext, 'parts' | 'lang'>): readonly Prose[] {
  return parts.derive(makers[proseLanguage(lang) ?? 'en']);
}
