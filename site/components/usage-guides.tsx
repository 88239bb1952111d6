// How guides are followed: the picture of each with the share of every answer on its arrows, and the same as a table.
import type { JSX } from 'preact';
import type { Capped } from '../../src/model/capped.ts';
import { formatNumber } from '../locales/format.ts';
import type { UsageWords } from '../locales/usage-words.ts';
import type { GuideFigures, UsageView } from '../usage-figures.ts';
import { Mention } from './mention.tsx';
import { Section } from './section.tsx';

interface PartProps {
  readonly view: UsageView;
  readonly words: UsageWords;
}

/** How many a list leaves out, or nothing where it shows all. */
export function UsageRest({
  of,
  words,
}: {
  readonly of: Capped<unknown>;
  readonly words: UsageWords;
}): JSX.Element | null {
  return of.rest === 0 ? null : <p class="chart-note">{words.rest(formatNumber(of.rest, words.lang))}</p>;
}

export function UsageGuides({ view, words }: PartProps): JSX.Element {
  const { guides } = view.usage;
  return (
    <Section name="guides" title={words.titles.guides}>
      {guides.shown.length === 0 && <p class="empty">{words.empty.guides}</p>}
      {view.pictures.some((html) => html !== undefined) && <p class="chart-note">{words.notes.guides}</p>}
      {guides.shown.map((guide, index) => (
        <Guide key={guide.number} view={view} words={words} guide={guide} html={view.pictures[index]} />
      ))}
      <UsageRest of={guides} words={words} />
    </Section>
  );
}

function Guide({
  view,
  words,
  guide,
  html,
}: PartProps & { readonly guide: GuideFigures; readonly html: string | undefined }): JSX.Element {
  const number = (count: number) => formatNumber(count, words.lang);
  const id = `guide${guide.number}`;
  const { question, answers, left } = words.columns;
  return (
    <section class="usage-guide" aria-labelledby={id}>
      <h3 id={id}>
        <Mention view={view} of={guide} lang={guide.lang} />
      </h3>
      <p>{words.guideCount(number(guide.count), number(guide.left))}</p>
      {/* The picture was sanitised where it was placed; the shares were added to its own texts. */}
      {html !== undefined && <div dangerouslySetInnerHTML={{ __html: html }} />}
      <figure
        class="chart"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard has to reach it (WCAG 2.1.1)
        tabIndex={0}
        aria-labelledby={id}
      >
        <table class="chart-table">
          <thead>
            <tr>
              {[question, answers, left].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {guide.questions.shown.map((asked) => (
              <tr key={asked.text}>
                <th scope="row" lang={guide.lang === view.lang ? undefined : guide.lang}>
                  {asked.text}
                </th>
                <td class="why">
                  <ul class="usage-answers">
                    {asked.answers.map((given) => (
                      <li key={given.answer}>
                        {given.answer || words.unlabelled} <span class="muted">{number(given.count)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td class={asked.left === 0 ? 'number zero' : 'number'}>{number(asked.left)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <UsageRest of={guide.questions} words={words} />
    </section>
  );
}
