// Where the comment goes that silences a rule on a line: wherever it can stand and leave the article as it is.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/content/apply-edits.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { suppressionEdit } from '../../src/lsp/suppression-edit.ts';
import { memoryBase } from '../support/memory-base.ts';

const path = 'content/a.md';
const comment = '<!-- kb-disable-next-line links-resolve: … -->';

function documentOf(text: string) {
  const document = memoryBase({ [path]: text }).byPath.get(path);
  if (!document) throw new Error('No document');
  return document;
}

/** `body` with the comment for its line that holds `§`, written `#` in the result; undefined where there is no place. */
function suppress(body: string): string | undefined {
  const text = exampleArticle({}, body);
  const line = text.slice(0, text.indexOf('§')).split(/\r\n|\n|\r/).length;
  const edit = suppressionEdit(documentOf(text), 'links-resolve', line, documentOf);
  return edit && applyEdits(text, [edit]).replace(comment, '#').slice(exampleArticle({}, '').length);
}

describe('a suppression', () => {
  it.each([
    ['a paragraph', 'Un.\n\n§ deux.\n', 'Un.\n\n#\n§ deux.\n'],
    ['a heading', '## § Titre\n\nTexte.\n', '#\n## § Titre\n\nTexte.\n'],
    ['the text below a heading', '## Titre\n§ deux.\n', '## Titre\n#\n§ deux.\n'],
    ['a further line of a paragraph', 'Un\n§ deux.\n', 'Un #\n§ deux.\n'],
    ['the first item of a list', '- § un\n- deux\n', '#\n- § un\n- deux\n'],
    ['a further item', '1. un\n2. § deux\n', '1. un #\n2. § deux\n'],
    ['an item after a blank line', '- un\n\n- § deux\n', '- un #\n\n- § deux\n'],
    ['a paragraph in an item', '- un\n\n  § deux\n', '- un\n\n  #\n  § deux\n'],
    ['a quotation', '> Un\n> § deux.\n', '> Un #\n> § deux.\n'],
    [
      'a further paragraph of an alert',
      '> [!NOTE]\n> Un.\n>\n> § deux.\n',
      '> [!NOTE]\n> Un.\n>\n> #\n> § deux.\n',
    ],
    ['a line with emphasis', 'Un **deux**\n**§ trois** quatre.\n', 'Un **deux** #\n**§ trois** quatre.\n'],
    ['a table', '| § a | b |\n| --- | --- |\n| c | d |\n', '#\n| § a | b |\n| --- | --- |\n| c | d |\n'],
    [
      'a row',
      '| a | b |\n| --- | --- |\n| c | d |\n| § e | f |\n',
      '| a | b |\n| --- | --- |\n| c | d # |\n| § e | f |\n',
    ],
    ['a flowchart as a whole', '```mermaid §\nflowchart TD\n```\n', '#\n```mermaid §\nflowchart TD\n```\n'],
    ['a text with CR LF', 'Un.\r\n\r\n§ deux.\r\n', 'Un.\r\n\r\n#\r\n§ deux.\r\n'],
    ['the text below a heading that closes', '## Titre ##\n\n§ deux.\n', '## Titre ##\n\n#\n§ deux.\n'],
  ])('of %s', (_, body, expected) => {
    expect(suppress(body)).toBe(expected);
  });

  it('leaves an earlier one for the same line in force', () => {
    const earlier = '<!-- kb-disable-next-line links-have-text: image seule -->';
    expect(suppress(`Un.\n\n${earlier}\n§ deux.\n`)).toBe(`Un.\n\n${earlier} #\n§ deux.\n`);
  });

  it.each([
    ['inside code', '```\nun\n§ deux\n```\n'],
    ['after a line end that counts', 'Un\\\n§ deux.\n'],
    ['on the first row of a table', '| a | b |\n| --- | --- |\n| § c | d |\n'],
  ])('has no place %s', (_, body) => {
    expect(suppress(body)).toBeUndefined();
  });

  it('has no place in the front matter, nor where there is none', () => {
    const text = exampleArticle();
    expect(suppressionEdit(documentOf(text), 'links-resolve', 3, documentOf)).toBeUndefined();
    expect(suppressionEdit(documentOf('Texte.\n'), 'links-resolve', 1, documentOf)).toBeUndefined();
  });
});
