// Writes one article of a generated base: French words in the shape of a procedure. The words are real, the sense is not.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChoices, createZipf } from './random.mjs';

const sample = fileURLToPath(new URL('../content/', import.meta.url));

/** The words of the sample base's French articles, most frequent first. */
function readWords() {
  const counts = new Map();
  for (const file of readdirSync(sample, { recursive: true }).sort()) {
    if (!file.endsWith('.md') || file.startsWith('en')) continue;
    for (const [word] of readFileSync(path.join(sample, file), 'utf8')
      .toLowerCase()
      .matchAll(/\p{L}+/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

const words = readWords();

/** The words that carry no subject: titles and keywords are made from the others. */
const functionWords = 150;
const subjects = words.slice(functionWords).filter((word) => word.length > 4);

/** Longest line, in characters: what markdownlint's default rules allow. */
const lineWidth = 80;

/** Bytes of the front matter, the introduction and half a section: the last section passes the mark by as much. */
const frontMatterAndLastHalf = 1350;

const alertKinds = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];

function capitalize(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Breaks `text` at spaces; the first line opens with `first`, the others with `rest`. */
function wrap(text, first = '', rest = first) {
  const lines = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines.join('\n');
}

/**
 * A writer of titles, keywords and bodies that draws from one source of numbers.
 * @param {() => number} random
 */
export function createWriter(random) {
  const { between, pick, chance } = createChoices(random);
  const anyWord = createZipf(words, random);

  /** A few subject words that an article comes back to, so that articles differ as real ones do. */
  const topic = () => Array.from({ length: 24 }, () => pick(subjects));

  function phrase(topicWords, least, most) {
    const chosen = [];
    const length = between(least, most);
    while (chosen.length < length) {
      const word = chance(0.12) ? pick(topicWords) : anyWord();
      if (word !== chosen.at(-1)) chosen.push(word);
    }
    return chosen.join(' ');
  }

  function sentence(topicWords) {
    const parts = Array.from({ length: between(1, 3) }, () => phrase(topicWords, 4, 9));
    const strong = chance(0.12) ? ` **${phrase(topicWords, 1, 3)}**` : '';
    return `${capitalize(parts.join(', '))}${strong}.`;
  }

  const sentences = (topicWords, least, most) =>
    Array.from({ length: between(least, most) }, () => sentence(topicWords)).join(' ');

  function list(topicWords, links) {
    const ordered = chance(0.5);
    return Array.from({ length: between(3, 7) }, (_, index) => {
      const marker = ordered ? `${index + 1}. ` : '- ';
      const link = chance(0.2) ? ` Voir [${phrase(topicWords, 2, 4)}](${pick(links)}).` : '';
      return wrap(sentence(topicWords) + link, marker, ' '.repeat(marker.length));
    }).join('\n');
  }

  function table(topicWords) {
    const cell = () => phrase(topicWords, 1, 3).slice(0, 22).trim();
    const row = () => `| ${[cell(), cell(), cell()].join(' | ')} |`;
    return [row(), '| --- | --- | --- |', ...Array.from({ length: between(3, 6) }, row)].join('\n');
  }

  const alert = (topicWords) => `> [!${pick(alertKinds)}]\n${wrap(sentences(topicWords, 1, 3), '> ')}`;

  const code = (topicWords) => `\`\`\`text\n${phrase(topicWords, 3, 6)}\n${phrase(topicWords, 3, 6)}\n\`\`\``;

  function section(topicWords, heading, links) {
    const blocks = [`## ${heading}`, wrap(sentences(topicWords, 2, 5))];
    if (chance(0.7)) blocks.push(list(topicWords, links));
    if (chance(0.35)) blocks.push(table(topicWords));
    if (chance(0.3)) blocks.push(alert(topicWords));
    if (chance(0.08)) blocks.push(code(topicWords));
    blocks.push(wrap(`${sentence(topicWords)} Voir aussi [${phrase(topicWords, 2, 5)}](${pick(links)}).`));
    return blocks.join('\n\n');
  }

  /** A title of a few words, that may come up twice. */
  const title = (topicWords) => capitalize(`${phrase(topicWords, 3, 6)} ${pick(topicWords)}`);

  const keywords = (topicWords) =>
    Array.from({ length: between(3, 8) }, () => `${pick(topicWords)} ${anyWord()}`);

  /**
   * Markdown for a file of about `bytes` bytes in the mean, front matter included, with links to some of `links`.
   * @param {readonly string[]} topicWords
   * @param {readonly string[]} links addresses as the article should write them
   * @param {number} bytes
   */
  function body(topicWords, links, bytes) {
    const parts = [wrap(sentences(topicWords, 2, 4))];
    let size = 0;
    for (let number = 1; size < bytes - frontMatterAndLastHalf; number++) {
      const part = section(topicWords, `${number}. ${capitalize(phrase(topicWords, 2, 6))}`, links);
      parts.push(part);
      size += Buffer.byteLength(part) + 2;
    }
    return `${parts.join('\n\n')}\n`;
  }

  return { topic, title, keywords, sentence, body };
}
