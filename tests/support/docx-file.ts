// Makes Word documents as Word writes them: styles, numbering, relationships, pictures, tracked changes.
import { strToU8, zipSync } from 'fflate';
import { onePixel } from './import-source.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

export const run = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const heading = (level: number, text: string) =>
  paragraph(run(text), `<w:pStyle w:val="Titre${level}"/>`);
/** `list` is 1 for bullets and 2 for numbers. */
export const item = (list: 1 | 2, level: number, text: string) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const link = (text: string) => `<w:hyperlink r:id="rIdLink">${run(text)}</w:hyperlink>`;
export const inserted = (text: string) =>
  `<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">${run(text)}</w:ins>`;
export const deleted = (text: string) =>
  `<w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
/** Where the note `id` is asked for. */
export const noteReference = (id: number, kind: 'footnote' | 'endnote' = 'footnote') =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
/** The part with the notes of a kind, each with its number. */
export const notesPart = (
  notes: Readonly<Record<number, string>>,
  kind: 'footnote' | 'endnote' = 'footnote',
) =>
  strToU8(
    `<w:${kind}s ${namespaces}><w:${kind} w:type="separator" w:id="-1"><w:p/></w:${kind}>${Object.entries(
      notes,
    )
      .map(([id, content]) => `<w:${kind} w:id="${id}">${content}</w:${kind}>`)
      .join('')}</w:${kind}s>`,
  );
export const formula = (text: string) => `<m:oMath><m:r><m:t>${text}</m:t></m:r></m:oMath>`;
export const picture = (alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
  '<pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const part = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
const style = (level: number) =>
  `<w:style w:type="paragraph" w:styleId="Titre${level}"><w:name w:val="heading ${level}"/></w:style>`;
const levels = (format: string) =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

/** A document with the parts in `body`; `extra` are further files of the archive. */
export function makeDocx(body: string, extra: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          `<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/>` +
          `<Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${types}.numbering+xml"/></Types>`,
      ),
      '_rels/.rels': part(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/_rels/document.xml.rels': part(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          `<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rIdNumbers" Type="${relationships}/numbering" Target="numbering.xml"/>` +
          `<Relationship Id="rIdNotes" Type="${relationships}/footnotes" Target="footnotes.xml"/><Relationship Id="rIdEnds" Type="${relationships}/endnotes" Target="endnotes.xml"/>` +
          `<Relationship Id="rIdPicture" Type="${relationships}/image" Target="media/image1.png"/>` +
          `<Relationship Id="rIdLink" Type="${relationships}/hyperlink" Target="https://mirandelle.example/" TargetMode="External"/></Relationships>`,
      ),
      'word/document.xml': part(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
      'word/styles.xml': part(`<w:styles ${namespaces}>${[1, 2, 3].map(style).join('')}</w:styles>`),
      'word/numbering.xml': part(
        `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum>` +
          '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>',
      ),
      'word/media/image1.png': onePixel,
      ...extra,
    }),
  );
}
