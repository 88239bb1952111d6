// Conditional sections in a real Chromium: of the cases of a group exactly one stands once the contact is known, and what is folded is neither copied nor printed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { openReaderBrowser, openReaderPage, patience, type Reader } from '../support/reader-page.ts';
import { runKb } from '../support/run-kb.ts';

const values = {
  'order.status': ['preparing', 'shipped', 'delivered', 'lost'],
  'order.carrier': ['relais', 'express', 'messagerie'],
} as const;
type Variable = keyof typeof values;
const variables = Object.keys(values) as Variable[];

const config = `${baseConfig}context:
  order.status:
    label: { fr: État de la commande }
    values: { preparing: { fr: En préparation }, shipped: { fr: Expédiée }, delivered: { fr: Livrée }, lost: { fr: Perdue } }
  order.carrier: [relais, express, messagerie]
`;

/** Values of some variables, as the tab knows them. */
type Known = Partial<Record<Variable, string>>;

/** A generated group: for each assignment of its variables the place of the case that is for it, or the last one for all others. */
interface Group {
  readonly on: readonly Variable[];
  readonly cases: readonly (readonly Known[])[];
  readonly hasOtherwise: boolean;
}

function assignments(on: readonly Variable[]): Known[] {
  return on.reduce<Known[]>(
    (all, name) => all.flatMap((known) => values[name].map((value) => ({ ...known, [name]: value }))),
    [{}],
  );
}

/** Groups on one variable whose cases may name several values, or on two with a case for each pair. */
const groups: fc.Arbitrary<Group> = fc
  .tuple(
    fc.constantFrom<readonly Variable[]>(['order.status'], ['order.carrier'], variables),
    fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
    fc.boolean(),
  )
  .map(([on, places, otherwise]) => {
    const all = assignments(on);
    if (on.length > 1) {
      const kept = otherwise ? all.slice(0, 1 + (places[0] ?? 0)) : all;
      return { on, cases: kept.map((one) => [one]), hasOtherwise: otherwise };
    }
    const shares = [0, 1, 2, 3].map((place) => all.filter((_, index) => places[index] === place));
    const cases = shares.filter((share) => share.length > 0);
    const leaves = otherwise && cases.length > 1;
    return { on, cases: leaves ? cases.slice(1) : cases, hasOtherwise: leaves };
  });

const attributesOf = (on: readonly Variable[], share: readonly Known[]) =>
  on.map((name) => `${name}=${[...new Set(share.map((known) => known[name]))].join('|')}`).join(' ');

/** Its Markdown: each case says the number of the group and its own, and nothing else. */
function markdownOf({ on, cases, hasOtherwise }: Group, number: number): string {
  const stated = cases.map(
    (share, index) => `:::when{${attributesOf(on, share)}}\ngroupe-${number}-cas-${index}\n:::`,
  );
  return [...stated, ...(hasOtherwise ? [`:::when{else}\ngroupe-${number}-cas-autre\n:::`] : [])].join(
    '\n\n',
  );
}

const generated = fc.sample(groups, { numRuns: 25, seed: 8 });

/** The text of the case that `known` is in. */
function expectedCase({ on, cases }: Group, number: number, known: Known): string {
  const index = cases.findIndex((share) =>
    share.some((one) => on.every((name) => one[name] === known[name])),
  );
  return `groupe-${number}-cas-${index === -1 ? 'autre' : index}`;
}

const story = `Avant d’agir, regardez la commande.

:::when{order.status=preparing|shipped}
## Faire patienter

> « Votre colis est en route. »
:::

:::when[Colis perdu]{order.status=lost}
## Ouvrir une enquête

Demandez la preuve d’expédition.

::::when{order.carrier=relais}
Appelez le point relais.
::::
:::

:::when{else}
Vérifiez la remise.
:::

Voyez aussi l’[enquête](#ouvrir-une-enquête).
`;

let base: SmallBase;
let browser: Browser;

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': config,
    'content/groupes.md': articleText('groupes', generated.map(markdownOf).join('\n\nTexte.\n\n')),
    'content/colis.md': articleText('colis', story),
  });
  const built = await runKb(['build', '--today', '2026-11-16'], { cwd: base.root });
  expect(built.err).not.toContain('error');
  expect(built.code).toBe(0);
  browser = await openReaderBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await base?.remove();
});

async function read(id: string, use: (page: Page) => Promise<void>, reader: Reader = {}): Promise<void> {
  const site = `${pathToFileURL(path.join(base.root, 'public')).href}/`;
  const { page, complaints } = await openReaderPage(browser, site, {
    now: '2026-11-16T10:00:00Z',
    ...reader,
  });
  try {
    await page.goto(`${site}fr/${id}.html`, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.evaluate(() => sessionStorage.clear()).catch(() => {});
    await page.close();
  }
}

/** Makes `known` what the tab knows, as the context panel does. */
async function know(page: Page, known: Known): Promise<void> {
  await page.evaluate((pairs) => {
    sessionStorage.setItem('kb:context:Essai', JSON.stringify(pairs));
    document.dispatchEvent(new CustomEvent('kb:context'));
  }, Object.entries(known));
}

/** The texts of generated cases in `text`. */
const casesIn = (text: string) => text.match(/groupe-\d+-cas-\w+/g) ?? [];

describe('conditional sections', () => {
  it('show exactly the case that holds, for every value that is declared', {
    timeout: patience,
  }, async () => {
    await read('groupes', async (page) => {
      const all = assignments(variables);
      expect(all).toHaveLength(12);
      for (const known of all) {
        await know(page, known);
        const wanted = generated.map((group, number) => expectedCase(group, number, known));
        const marked = await page.$$eval('.case[data-verdict="holds"]', (cases) =>
          cases.map((one) => one.querySelector('p')?.textContent),
        );
        expect(marked).toEqual(wanted);
        // What the reader sees, and what a copy of the whole text takes.
        // biome-ignore lint/performance/useDomNodeTextContent: only the rendered text is asked for.
        expect(casesIn(await page.$eval('.prose', (prose) => (prose as HTMLElement).innerText))).toEqual(
          wanted,
        );
        const selected = await page.evaluate(() => {
          window.getSelection()?.selectAllChildren(document.querySelector('.prose') as Element);
          return String(window.getSelection());
        });
        expect(casesIn(selected)).toEqual(wanted);
      }
    });
  });

  it('print the case that holds alone, and all of them while nothing is known', {
    timeout: patience,
  }, async () => {
    await read('groupes', async (page) => {
      await page.emulateMediaType('print');
      const printed = () =>
        page.$$eval('.case', (cases) =>
          cases.filter((one) => one.checkVisibility()).map((one) => one.querySelector('p')?.textContent),
        );
      const total = generated.reduce(
        (sum, { cases, hasOtherwise }) => sum + cases.length + (hasOtherwise ? 1 : 0),
        0,
      );
      expect(await printed()).toHaveLength(total);
      const known: Known = { 'order.status': 'lost', 'order.carrier': 'express' };
      await know(page, known);
      expect(await printed()).toEqual(generated.map((group, number) => expectedCase(group, number, known)));
    });
  });

  it('leave open what may still hold, and open again when the context is cleared', {
    timeout: patience,
  }, async () => {
    await read('colis', async (page) => {
      const open = () =>
        page.$$eval('.case', (cases) => cases.map((one) => (one as HTMLDetailsElement).open));
      expect(await open()).toEqual([true, true, true, true]);
      await know(page, { 'order.carrier': 'express' });
      expect(await open()).toEqual([true, true, false, true]);
      await know(page, { 'order.status': 'delivered' });
      expect(await open()).toEqual([false, false, true, true]);
      expect(await page.$$eval('.case-label', (labels) => labels.map((label) => label.textContent))).toEqual([
        'État de la commande\u00a0: En préparation ou Expédiée ne s’applique pas à ce dossier',
        'Colis perdu ne s’applique pas à ce dossier',
        'order.carrier\u00a0: relais',
        'Dans les autres cas selon le dossier',
      ]);
      await know(page, {});
      expect(await open()).toEqual([true, true, true, true]);
      expect(await page.$$('.case-note')).toEqual([]);
    });
  });

  it('open for a link that leads into them, and by keyboard', { timeout: patience }, async () => {
    await read('colis', async (page) => {
      await know(page, { 'order.status': 'shipped' });
      const isOpen = () => page.$eval('.case:nth-of-type(2)', (one) => (one as HTMLDetailsElement).open);
      expect(await isOpen()).toBe(false);
      await page.click('.prose > p > a');
      await page.waitForFunction("document.querySelector('.case:nth-of-type(2)').open");
      await page.focus('.case:nth-of-type(2) > summary');
      await page.keyboard.press('Enter');
      await page.waitForFunction("!document.querySelector('.case:nth-of-type(2)').open");
    });
  });

  it('all stand without scripts, and where the browser keeps nothing', { timeout: patience }, async () => {
    for (const reader of [{ scripts: false }, { storage: false }]) {
      await read(
        'colis',
        async (page) => {
          expect(await page.$$eval('.case', (cases) => cases.every((one) => one.checkVisibility()))).toBe(
            true,
          );
        },
        reader,
      );
    }
  });

  it('have no accessibility fault, folded and not', { timeout: patience }, async () => {
    await read('colis', async (page) => {
      expect(await axeFaultsInThemes(page)).toEqual([]);
      await know(page, { 'order.status': 'lost' });
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });
});
