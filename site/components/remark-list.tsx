// What readers said and what was answered, as colleagues see it: no reader's name, no personal data.
import type { JSX } from 'preact';
import { feedbackStateWords } from '../../src/model/feedback-record.ts';
import { verdictWords } from '../../src/model/verdict-words.ts';
import type { RemarkView } from '../field-view.ts';
import { fieldWordsFor } from '../locales/field-words.ts';
import { formatDate } from '../locales/format.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';

interface RemarkListProps {
  readonly view: PageView;
  readonly remarks: readonly RemarkView[];
  /** Whether each says which article it is about. */
  readonly named: boolean;
}

export function RemarkList({ view, remarks, named }: RemarkListProps): JSX.Element {
  return (
    <ul class="remarks">
      {remarks.map((remark) => (
        <Remark key={remark.key} view={view} remark={remark} named={named} />
      ))}
    </ul>
  );
}

function Remark({
  view,
  remark,
  named,
}: {
  readonly view: PageView;
  readonly remark: RemarkView;
  readonly named: boolean;
}): JSX.Element {
  const { lang, feedback, quote } = fieldWordsFor(view.lang);
  const { about, state, verdict, on, closed } = remark;
  return (
    <li class="remark" data-key={remark.key}>
      <p class="remark-head">
        <span class={`remark-state remark-${state}`}>{feedbackStateWords[state][lang]}</span>{' '}
        <span>{verdictWords[verdict][lang]}</span> · <time dateTime={on}>{formatDate(on, lang)}</time>
      </p>
      {named && about && (
        <p>
          <a href={hrefFrom(view, `${about.url}#remarksSection`)}>{about.label}</a>
        </p>
      )}
      {remark.query !== undefined && <p>{feedback.search(remark.query)}</p>}
      {remark.quote !== undefined && <blockquote lang="">{quote(remark.quote)}</blockquote>}
      {remark.comment !== undefined && (
        <p class="remark-text" lang="">
          {remark.comment}
        </p>
      )}
      {remark.replies.map(({ by, on: day, text }) => (
        <div key={`${by} ${day} ${text}`} class="remark-reply">
          <p class="remark-head">{feedback.reply(by, formatDate(day, lang))}</p>
          <p class="remark-text" lang="">
            {text}
          </p>
        </div>
      ))}
      {closed && <p class="remark-head">{feedback.closed(closed.by, formatDate(closed.on, lang))}</p>}
    </li>
  );
}
