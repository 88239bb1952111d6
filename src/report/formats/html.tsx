// `--format html`: the report as one page in one file: no script, nothing loaded, readable on a phone and on paper.
import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { groupArticles, nameOwner } from '../group-articles.ts';
import type { Report, ReportedArticle } from '../report.ts';
import { AllArticles, Axis, News, Queue, show } from './html-parts.tsx';
import { reportStyle } from './html-style.ts';
import type { ReportFormat, ReportFormatOptions } from './report-format.ts';
import { articlesToUpdate, countArticles, reportWords as words } from './report-words.ts';

const styleHash = createHash('sha256').update(reportStyle).digest('base64');

/** Nothing may load or run but the sheet in the page itself (Content Security Policy Level 3). */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

function ToUpdate({
  work,
  options,
}: {
  work: readonly ReportedArticle[];
  options: ReportFormatOptions;
}): VNode {
  const { lang, groupBy, labels } = options;
  if (work.length === 0) return <p>{words.nothing[lang]}</p>;
  if (groupBy === undefined) return <Queue articles={work} options={options} />;
  return (
    <>
      {groupArticles(work, groupBy, labels, lang).map(({ key, name, articles }) => (
        <section key={key ?? ''}>
          <h3>
            {show(name)} ({articles.length})
          </h3>
          <Queue articles={articles} options={options} />
        </section>
      ))}
    </>
  );
}

function Page({ report, options }: { report: Report; options: ReportFormatOptions }): VNode {
  const { lang, labels } = options;
  const work = articlesToUpdate(report.articles);
  const owner = report.owner === null ? '' : ` · ${nameOwner(report.owner, labels, lang)}`;
  const of = countArticles(report.total, lang);
  const lead = {
    fr: `${work.length} à mettre à jour sur ${of}, au ${report.today}`,
    en: `${work.length} to update of ${of}, on ${report.today}`,
  }[lang];
  const title = show(`${labels.name}${owner}`);
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${report.today}`}</title>
        {/* The sheet is ours, and its hash is that of its very text. */}
        <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
      </head>
      <body>
        <main>
          <header>
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
          </header>
          <h2>{words.states[lang]}</h2>
          <div class="axes">
            <Axis title={words.validity[lang]} counts={report.validity} total={report.total} lang={lang} />
            <Axis title={words.trust[lang]} counts={report.trust} total={report.total} lang={lang} />
          </div>
          {report.since && <News since={report.since} lang={lang} />}
          <h2>{words.toUpdate[lang]}</h2>
          <ToUpdate work={work} options={options} />
          <h2>{words.allArticles[lang]}</h2>
          <AllArticles articles={report.articles} options={options} />
        </main>
      </body>
    </html>
  );
}

export const formatHtml: ReportFormat = (report, options) =>
  `<!doctype html>\n${renderToString(<Page report={report} options={options} />)}\n`;
