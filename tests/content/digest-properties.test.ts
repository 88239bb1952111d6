// A validation holds for what readers see and machines act on, and for nothing else: tried on every article of the sample base.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { planValidation } from '../../src/authoring/plan-validation.ts';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { judgeTrust } from '../../src/model/trust.ts';
import { projectRoot, readMarkdownFiles } from '../support/corpora.ts';
import { memoryBase } from '../support/memory-base.ts';

const config = readFileSync(path.join(projectRoot, 'kb.config.yaml'), 'utf8');
const fragment = 'Le remboursement arrive sous *cinq* jours.\n\n::include{id=contact}\n';
const fragments = { 'fragments/delais.md': fragment, 'fragments/contact.md': 'Écrivez au service.\n' };

function readOne(text: string, included: Readonly<Record<string, string>> = fragments): ArticleDocument {
  const { documents } = memoryBase({ 'content/a.md': text, ...included }, config);
  return documents[0] as ArticleDocument;
}

function trustOf(text: string, included?: Readonly<Record<string, string>>) {
  return judgeTrust(readOne(text, included).article);
}

/** Every article of the sample base that is in use, validated as it stands, with a fragment at its end. */
const validated = readMarkdownFiles(path.join(projectRoot, 'content'))
  .map(({ text }) => readOne(`${text.trimEnd()}\n\n::include{id=delais}\n`))
  .filter(({ article }) => article.status === 'published')
  .map((document) => {
    const move = planValidation(document, { by: 'Claire Vasseur', on: '2026-11-16' as IsoDate });
    if (move.kind === 'refusal') throw new Error(move.wording.en);
    return move.after;
  });

const article = fc.constantFrom(...validated);

interface Parts {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function split(text: string): Parts {
  const end = text.indexOf('\n---\n', 3);
  return { data: parseYaml(text.slice(4, end)), body: text.slice(end + 5) };
}

const join = ({ data, body }: Parts, options: object = {}) =>
  `---\n${stringify(data, { lineWidth: 0, ...options })}---\n${body}`;

/** `text` with another character in the place of one that can be seen. */
function changeCharacter(text: string, at: number): string {
  const visible = [...text.matchAll(/[\p{L}\p{N}\p{P}\p{S}]/gu)];
  const { 0: found, index } = visible[at % visible.length] ?? { 0: '', index: 0 };
  return `${text.slice(0, index)}${found === 'œ' ? 'x' : 'œ'}${text.slice(index + found.length)}`;
}

const anywhere = fc.nat({ max: 100_000 });

it('has enough to try', () => {
  expect(validated.length).toBeGreaterThan(40);
  for (const text of validated) expect(trustOf(text)).toBe('validated');
});

describe('a validated article is changed by', () => {
  it('any visible character of its text', () => {
    fc.assert(
      fc.property(article, anywhere, (text, at) => {
        const { data, body } = split(text);
        expect(trustOf(join({ data, body: changeCharacter(body, at) }))).toBe('changed');
      }),
      { numRuns: 300 },
    );
  });

  it('any visible character of its title', () => {
    fc.assert(
      fc.property(article, anywhere, (text, at) => {
        const { data, body } = split(text);
        const title = changeCharacter(String(data.title), at);
        expect(trustOf(join({ data: { ...data, title }, body }))).toBe('changed');
      }),
    );
  });

  it('any visible character of a fragment that it includes, directly or not', () => {
    const files = fc.constantFrom(...(Object.keys(fragments) as (keyof typeof fragments)[]));
    fc.assert(
      fc.property(article, files, anywhere, (text, file, at) => {
        const edited = { ...fragments, [file]: changeCharacter(fragments[file], at) };
        expect(trustOf(text, edited)).toBe('changed');
      }),
    );
  });

  it('another audience, reason, type, day, level or request to acknowledge it', () => {
    const fields = fc.constantFrom(
      { audience: ['internal', 'partner', 'customer'] },
      { audience: ['partner'] },
      { reasons: ['delivery.late', 'payment.failed', 'loyalty.points'] },
      { type: 'reference' },
      { expires: '2030-01-01' },
      { effective: '2020-01-01' },
      { level: 'info' },
      { acknowledge: true },
    );
    fc.assert(
      fc.property(article, fields, (text, changed) => {
        const { data, body } = split(text);
        const before = readOne(text).article;
        const [key, value] = Object.entries(changed)[0] ?? ['', undefined];
        fc.pre(
          JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(value) &&
            String(before[key as keyof typeof before]) !== String([...[value]].flat()),
        );
        expect(trustOf(join({ data: { ...data, ...changed }, body }))).toBe('changed');
      }),
    );
  });
});

describe('a validated article stays validated', () => {
  it('with its keys in another order, in other quotes, with other tags, keywords and summary', () => {
    const style = fc.record({
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    });
    const words = fc.array(fc.constantFrom('colis', 'retard', 'carte', 'avoir'), { maxLength: 3 });
    fc.assert(
      fc.property(
        article,
        style,
        words,
        fc.infiniteStream(fc.nat({ max: 1000 })),
        (text, options, list, order) => {
          const { data, body } = split(text);
          const changed = { ...data, tags: list, keywords: [...list], summary: 'Un autre résumé.' };
          const shuffled = Object.entries(changed)
            .map((entry) => [order.next().value ?? 0, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry);
          expect(trustOf(join({ data: Object.fromEntries(shuffled), body }, options))).toBe('validated');
        },
      ),
    );
  });

  it('with CR LF, with lists in another order, and with spaces around its text', () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(trustOf(text.replaceAll('\n', '\r\n'))).toBe('validated');
        const { data, body } = split(text);
        const lists = Object.fromEntries(
          ['audience', 'reasons'].flatMap((key) =>
            Array.isArray(data[key]) ? [[key, data[key].toReversed()]] : [],
          ),
        );
        expect(trustOf(join({ data: { ...data, ...lists }, body: `\n\n${body}\n\n` }))).toBe('validated');
      }),
    );
  });
});
