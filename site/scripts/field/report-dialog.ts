// The dialog in which a reader says what is wrong with an article: what it is, in which words, about which passage and step.
import type { ArticleReference, FeedbackItem, Verdict } from '../../../src/model/field-item.ts';
import { fieldLimits as limits } from '../../../src/model/field-item.ts';
import { findPersonalData, personalDataWords } from '../../../src/model/personal-data/find-personal-data.ts';
import { type ReportKind, reportKinds } from '../../locales/field-words.ts';
import { build } from '../build-element.ts';
import { copyText } from '../clipboard.ts';
import { openDialog, pressButton, statusLine } from './field-dialog.ts';
import { pageLang, pageWords, readerDay } from './field-page.ts';
import { makeFeedback, makeKey } from './make-item.ts';
import { mostEntries } from './outbox.ts';

export interface ReportTerms {
  readonly about: ArticleReference & { readonly title: string };
  /** Where the reader stood, for the item and in words. */
  readonly step?: { readonly name: string; readonly words: string } | undefined;
  readonly quote?: string | undefined;
  readonly domains: readonly string[];
  /** Whether the remark leaves by itself. */
  readonly sends: boolean;
  readonly keep: (item: FeedbackItem) => 'kept' | 'full' | 'denied';
}

/** What was typed and not kept, by article: closing the dialog by mistake costs nothing. */
const drafts = new Map<string, string>();

/** The kinds of personal data in `texts`, in words; undefined where there is none. */
export function namePersonalData(
  texts: readonly (string | undefined)[],
  domains: readonly string[],
  lang: 'fr' | 'en',
): string | undefined {
  const kinds = new Set(
    texts.flatMap((text) => findPersonalData(text ?? '', domains).map(({ kind }) => kind)),
  );
  return kinds.size === 0 ? undefined : [...kinds].map((kind) => personalDataWords[kind][lang]).join(', ');
}

export function openReport({ about, step, quote, domains, sends, keep }: ReportTerms): void {
  const words = pageWords();
  const { report } = words;
  const draftOf = `${about.lang}/${about.id}`;
  let quoted = quote;
  let confirmed = '';

  void openDialog('field-report', report.title, (close) => {
    const form = build('form', '');
    const comment = build('textarea', 'field-comment');
    comment.id = 'fieldComment';
    comment.rows = 5;
    comment.maxLength = limits.comment;
    comment.value = drafts.get(draftOf) ?? '';
    comment.setAttribute('aria-describedby', 'fieldHint');
    comment.addEventListener('input', () => drafts.set(draftOf, comment.value));
    const label = build('label', 'field-label', report.comment);
    label.htmlFor = comment.id;
    const hint = build('p', 'field-hint', report.commentHint);
    hint.id = 'fieldHint';
    const alert = build('div', 'field-alert');
    alert.setAttribute('role', 'alert');
    const submit = build('button', 'button', sends ? report.send : report.keep);

    const tell = (text: string, ...more: readonly Node[]) =>
      alert.replaceChildren(build('p', '', text), ...more);
    const chosen = () => new FormData(form).get('verdict') as ReportKind;

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const verdict = chosen();
      const text = comment.value.trim();
      if (text === '' && quoted === undefined && (verdict === 'idea' || verdict === 'macro')) {
        tell(report.needComment);
        comment.focus();
        return;
      }
      const personal = namePersonalData([text, quoted], domains, words.lang);
      if (personal !== undefined && confirmed !== text) {
        confirmed = text;
        tell(report.personal(personal));
        submit.textContent = report.anyway;
        return;
      }
      const item = makeFeedback(
        {
          verdict: verdict as Verdict,
          about,
          step: step?.name,
          lang: pageLang(),
          comment: text,
          quote: quoted,
        },
        makeKey(crypto),
        readerDay(),
      );
      const outcome = keep(item);
      if (outcome === 'kept') {
        drafts.delete(draftOf);
        close();
        return;
      }
      const status = statusLine('field-hint');
      const copy = pressButton('button button-quiet', words.copy, () => {
        void copyText([quoted, text].filter(Boolean).join('\n\n')).then((done) => {
          status.textContent = done ? words.copied : words.copyFailed;
        });
      });
      tell(outcome === 'full' ? report.full(mostEntries) : report.denied, copy, status);
    });

    form.append(
      build('p', 'field-hint', report.about(about.title, about.version)),
      ...(step === undefined ? [] : [build('p', 'field-hint', step.words)]),
      chooseKind(),
      label,
      comment,
      hint,
      ...(quoted === undefined
        ? []
        : [
            showQuote(quoted, () => {
              quoted = undefined;
            }),
          ]),
      alert,
      build('p', 'field-ways', submit, pressButton('button button-quiet', words.cancel, close)),
    );
    return [form];
  });
}

function chooseKind(): HTMLFieldSetElement {
  const { report } = pageWords();
  const choices = reportKinds.map((kind, index) => {
    const radio = build('input', '');
    radio.type = 'radio';
    radio.name = 'verdict';
    radio.value = kind;
    radio.required = true;
    radio.checked = index === 0;
    return build('label', 'field-choice', radio, report.kinds[kind]);
  });
  return build('fieldset', 'field-kinds', build('legend', 'field-label', report.what), ...choices);
}

function showQuote(quote: string, drop: () => void): HTMLElement {
  const { report } = pageWords();
  const frame = build(
    'div',
    'field-quoted',
    build('p', 'field-label', report.quoted),
    build('blockquote', '', quote),
    pressButton('button button-quiet', report.unquote, () => {
      drop();
      document.getElementById('fieldComment')?.focus();
      frame.remove();
    }),
  );
  return frame;
}
