// A template with its placeholders filled in, so that no title can break the front matter or the Markdown.
import type { Document } from '../content/document.ts';
import type { Article, ArticleType } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';

export interface Template {
  readonly text: string;
  /** Path of the file, for messages. */
  readonly place: string;
}

/** What `{{…}}` stands for. */
export interface TemplateValues {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly lang: string;
  readonly today: IsoDate;
  readonly expires: IsoDate;
  readonly reasons: readonly string[];
}

/** Words that YAML 1.1 or 1.2 takes for something else than text when they stand bare. */
const notText = /^(null|true|false|yes|no|on|off|y|n)$/i;
const bareWord = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
const bareDate = /^\d{4}-\d{2}-\d{2}$/;

/** `text` as a YAML scalar that reads back as the same text: bare where that is safe, else in double quotes (JSON is YAML 1.2). */
export function yamlScalar(text: string): string {
  const bare = bareDate.test(text) || (bareWord.test(text) && !notText.test(text));
  return bare ? text : JSON.stringify(text);
}

/** `text` with the characters escaped that Markdown gives a meaning to (CommonMark 2.4). */
function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

// Quotes right around a placeholder go with it: the value brings its own.
const placeholder = /(["']?)\{\{\s*(id|title|owner|lang|today|expires|reasons)\s*\}\}\1/g;

function fill(
  text: string,
  values: TemplateValues,
  write: (value: string | readonly string[]) => string,
): string {
  return text.replace(placeholder, (_, __, name: keyof TemplateValues) => write(values[name]));
}

/** Where the body begins: after the front matter's closing line, or at 0 where there is none. */
function bodyStart(text: string): number {
  const closer = /\n---[ \t]*(\n|$)/.exec(text);
  return text.startsWith('---\n') && closer ? closer.index + closer[0].length : 0;
}

/** The text of a new article. Placeholders it doesn't know stay: a reply template may hold some of the team's own. */
export function fillTemplate(template: Template, values: TemplateValues): string {
  const text = template.text.replace(/\r\n?/g, '\n');
  const start = bodyStart(text);
  const list = (value: string | readonly string[]) => [value].flat();
  const header = fill(text.slice(0, start), values, (value) =>
    typeof value === 'string' ? yamlScalar(value) : `[${value.map(yamlScalar).join(', ')}]`,
  );
  const body = fill(text.slice(start), values, (value) => list(value).map(markdownText).join(', '));
  return header + body;
}

export interface ExpectedArticle extends TemplateValues {
  readonly type: ArticleType;
  /** Whether a template without `expires` will do. */
  readonly mayLackExpiry: boolean;
}

/** Raises a `Problem` where `document`, a filled template as read back, is no draft of the article that was asked for. */
export function checkFilled(document: Document, asked: ExpectedArticle, place: string): void {
  const [flaw] = [...document.problems, ...document.issues];
  if (flaw) {
    throw new Problem(
      { fr: `Modèle inutilisable : ${flaw.wording.fr}`, en: `Unusable template: ${flaw.wording.en}` },
      `${place}:${flaw.line}`,
    );
  }
  const found: Partial<Article> = document.article ?? {};
  const expected = { ...asked, status: 'draft' };
  for (const field of ['id', 'title', 'type', 'owner', 'lang', 'status', 'expires', 'reasons'] as const) {
    if (String(found[field]) === String(expected[field])) continue;
    if (field === 'expires' && found.expires === undefined && asked.mayLackExpiry) continue;
    const line =
      field === 'type' || field === 'status' ? `${field}: ${expected[field]}` : `${field}: {{${field}}}`;
    throw new Problem(
      {
        fr: `Modèle inutilisable : « ${field} » n’y reçoit pas la valeur demandée, attendu : la ligne « ${line} » dans l’en-tête`,
        en: `Unusable template: its \`${field}\` does not take the value asked for, expected the line \`${line}\` in its front matter`,
      },
      place,
    );
  }
}
