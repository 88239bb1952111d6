// Below an article: whether it helped, what is wrong with it, and, where it is asked for, that it was read. Only scripts can, so without them it is not shown.
import type { JSX } from 'preact';
import { fieldWordsFor } from '../locales/field-words.ts';
import type { ArticleView } from '../view.ts';

export function FieldBar({ view }: { readonly view: ArticleView }): JSX.Element | null {
  if (view.site.field === undefined) return null;
  const { region, vote, report, receipt, outbox } = fieldWordsFor(view.lang);
  return (
    <section class="field-bar" aria-label={region}>
      {view.acknowledge && (
        <div class="field-receipt" data-field-look>
          <button type="button" class="button" data-field-ask="receipt">
            {receipt.confirm}
          </button>
          <p role="status" tabIndex={-1} />
        </div>
      )}
      <p class="field-vote">
        <span id="voteQuestion">{vote.question}</span>
        <button type="button" class="tool" data-field-ask="helpful" aria-describedby="voteQuestion">
          {vote.yes}
        </button>
        <button type="button" class="tool" data-field-ask="unhelpful" aria-describedby="voteQuestion">
          {vote.no}
        </button>
        <button type="button" class="tool" data-field-ask="report">
          {report.open}
        </button>
        <button type="button" class="tool" data-field-ask="outbox" hidden>
          {outbox.title}
        </button>
      </p>
      <p class="field-note-line" id="voteStatus" role="status" />
    </section>
  );
}
