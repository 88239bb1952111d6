// A training path: its steps in their order, which the page's script lets the reader tick off.
import type { JSX } from 'preact';
import type { Validity } from '../../src/model/validity.ts';
import { TypeLabel, ValidityBadge } from '../components/badge.tsx';
import { hrefFrom } from '../components/href.ts';
import { Judged, judgedAttributes, LaterContent, laterStates, showsValidity } from '../components/judged.tsx';
import { ownWordsLang, PageShell } from '../components/page-shell.tsx';
import { formatDate } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { trainingWordsFor } from '../locales/training-words.ts';
import type { PathStepView, PathView } from '../path-view.ts';

export function PathPage({ view }: { readonly view: PathView }): JSX.Element {
  const t = messagesFor(view.lang);
  const words = trainingWordsFor(view.lang);
  const { assets } = view.site;
  const states = new Set<Validity>(view.steps.flatMap(({ card }) => laterStates(card.validity)));
  return (
    <PageShell
      view={view}
      layout="path"
      head={
        <>
          <link rel="stylesheet" href={hrefFrom(view, assets.quizStyle)} />
          <script src={hrefFrom(view, assets.path)} defer />
        </>
      }
    >
      <header class="page-header" lang={ownWordsLang(view)}>
        <p class="eyebrow">{words.path}</p>
        <h1 lang={view.lang}>{view.title}</h1>
        {view.owner !== undefined && (
          <p class="page-note">
            {t.article.owner}
            {t.colon} {view.owner}
          </p>
        )}
        {view.challenge !== undefined && (
          <p class="page-note">
            {words.challenge(
              formatDate(view.challenge.from, words.lang),
              formatDate(view.challenge.until, words.lang),
            )}
          </p>
        )}
      </header>
      <ol class="path-steps" data-path={view.id}>
        {view.steps.map((step) => (
          <Step key={`${step.card.url}${step.guideUrl}`} view={view} step={step} />
        ))}
      </ol>
      <LaterContent place="badge" states={[...states]} show={(state) => <ValidityBadge of={state} t={t} />} />
    </PageShell>
  );
}

function Step({ view, step }: { readonly view: PathView; readonly step: PathStepView }): JSX.Element {
  const t = messagesFor(view.lang);
  const { card, guideUrl } = step;
  const lang = card.lang === view.lang ? undefined : card.lang;
  return (
    <li
      class="path-step"
      data-step={guideUrl === undefined ? card.id : `${card.id}#guide`}
      data-article={`${card.lang}/${card.id}`}
      data-as={guideUrl === undefined ? card.type : 'guide'}
      {...judgedAttributes(card.validity)}
    >
      <a class="path-step-title" href={hrefFrom(view, guideUrl ?? card.url)} lang={lang} hreflang={lang}>
        {card.label}
        {guideUrl !== undefined && ` · ${view.follow}`}
      </a>
      {card.summary !== undefined && <p lang={lang}>{card.summary}</p>}
      <div class="path-step-facts" lang={ownWordsLang(view)}>
        <TypeLabel of={card.type} t={t} />
        {showsValidity(card.trust) && (
          <Judged place="badge">
            <ValidityBadge of={card.validity.state} t={t} />
          </Judged>
        )}
      </div>
    </li>
  );
}
