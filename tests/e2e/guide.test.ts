// A procedure followed with a customer on the line, in a real Chromium, on a site opened by double click: keyboard, phone, dark, links, history, warnings.
// Long, because all of it is one story on one built site in one browser.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaults } from '../site/browser-site.ts';
import { guideBase } from '../support/guide-base.ts';
import {
  openReaderBrowser,
  openReaderPage,
  patience,
  type Reader,
  seenText,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

let base: SmallBase;
let browser: Browser;
/** The site's address, ending in `/`. */
let site = '';

beforeAll(async () => {
  base = await makeBase(guideBase);
  const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
  expect(await runKb(['validate', 'rembourser', ...by], { cwd: base.root })).toMatchObject({ code: 0 });
  expect(await runKb(['build', '--today', sampleDay], { cwd: base.root })).toMatchObject({ code: 0 });
  site = `${pathToFileURL(path.join(base.root, 'public')).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await base?.remove();
});

interface Setting extends Reader {
  readonly phone?: boolean;
  readonly theme?: 'light' | 'dark';
  /** Runs in the page before its scripts. */
  readonly before?: () => void;
}

/** Opens `url` of the site, lets `use` work on it, and fails when anything went wrong or was asked for elsewhere. */
async function read(url: string, setting: Setting, use: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await openReaderPage(browser, site, {
    now: `${sampleDay}T10:00:00Z`,
    ...setting,
  });
  try {
    if (setting.phone) await page.setViewport({ width: 390, height: 844 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: setting.theme ?? 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    if (setting.before) await page.evaluateOnNewDocument(setting.before);
    await page.goto(site + url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Waits until the guide stands at the step with this text, and has told a screen reader so by the focus. */
async function standsAt(page: Page, text: string): Promise<void> {
  await page
    .waitForFunction(
      (wanted) => {
        const heading = document.querySelector('.guide-text');
        return heading?.textContent?.replace(/\s+/g, ' ') === wanted && document.activeElement === heading;
      },
      { timeout: 10_000 },
      text,
    )
    .catch(async () => expect(await seenText(page, '.guide-text')).toBe(text));
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as KeyInput);
}

/** Goes to the link that starts the guide as a keyboard does, and follows it. */
async function startByKeyboard(page: Page): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await press(page, 'Tab');
    if (await page.evaluate(() => document.activeElement?.matches('.guide-start a') ?? false)) break;
  }
  await press(page, 'Enter');
}

const noteOf = (page: Page) => page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value);
const hashOf = (page: Page) => page.evaluate(() => window.location.hash);

const refundHead = `Rembourser une commande
Article\u00a0: rembourser (fr)
Version\u00a0: VERSION
Valable jusqu’au 31 mars 2027
Validé par Claire Vasseur le 10 novembre 2026
Guide suivi le 16 novembre 2026

1. Le client demande un remboursement
`;

/** Every outcome of the article with 20 nodes: the keys that lead there, and what the note says of the way. */
const outcomes = [
  ['Rassurer et rappeler la date', '1 1 1', '2. Commande livrée ? — Non\n3. Date annoncée dépassée ? — Non'],
  [
    'Livrer et clore',
    'Enter 1 2 Enter 1',
    '2. Commande livrée ? — Non\n3. Date annoncée dépassée ? — Oui\n4. Ouvrir une enquête\n5. Colis retrouvé sous 5 jours ? — Oui',
  ],
  [
    'Rembourser en totalité',
    '1 1 2 1 2',
    '2. Commande livrée ? — Non\n3. Date annoncée dépassée ? — Oui\n4. Ouvrir une enquête\n5. Colis retrouvé sous 5 jours ? — Non',
  ],
  [
    'Rembourser à réception',
    '1 2 1 1 1',
    '2. Commande livrée ? — Oui\n3. Que dit le client ? — Il a changé d’avis\n4. Moins de 14 jours ? — Oui\n5. Envoyer l’étiquette de retour',
  ],
  [
    'Refuser en expliquant pourquoi',
    '1 2 1 2',
    '2. Commande livrée ? — Oui\n3. Que dit le client ? — Il a changé d’avis\n4. Moins de 14 jours ? — Non',
  ],
  [
    'Renvoyer l’article',
    '1 2 2 1 1 2',
    '2. Commande livrée ? — Oui\n3. Que dit le client ? — L’article est abîmé\n4. Photos reçues ? — Non\n5. Demander trois photos\n6. Photos reçues ? — Oui',
  ],
  [
    'Rembourser le second débit',
    '1 2 3 1 1',
    '2. Commande livrée ? — Oui\n3. Que dit le client ? — Il est débité deux fois\n4. Vérifier le double débit\n5. Double débit confirmé ? — Oui',
  ],
  [
    'Rassurer sur l’empreinte bancaire',
    '1 2 3 1 2',
    '2. Commande livrée ? — Oui\n3. Que dit le client ? — Il est débité deux fois\n4. Vérifier le double débit\n5. Double débit confirmé ? — Non',
  ],
] as const;

describe('a guide of 20 nodes, by keyboard alone, on a phone, dark', () => {
  it.each(outcomes)('leads to “%s”, and its case note says how', async (outcome, keys, way) => {
    await read('fr/rembourser.html', { phone: true, theme: 'dark' }, async (page) => {
      await startByKeyboard(page);
      await standsAt(page, 'Le client demande un remboursement');
      await press(page, ...keys.split(' '));
      await standsAt(page, outcome);
      const version = await page.$eval('.article', (article) => (article as HTMLElement).dataset.version);
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(await noteOf(page)).toBe(
        `${refundHead.replace('VERSION', version ?? '')}${way}\n\nIssue\u00a0: ${outcome}`,
      );
    });
  });

  it('has the screen to itself: nothing behind it can be seen or reached', async () => {
    await read('fr/rembourser.html#guide', { phone: true, theme: 'dark' }, async (page) => {
      await standsAt(page, 'Le client demande un remboursement');
      const box = await (await page.$('.guide'))?.boundingBox();
      expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await press(page, 'Tab');
        const inside = await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest('.guide') !== null,
        );
        expect(inside).toBe(true);
      }
    });
  });
});

describe.each(['light', 'dark'] as const)('the guide, %s', (theme) => {
  it.each([
    ['at the start', '#guide', true],
    ['at a step with its detail', '#guide=1.1.2', false],
    ['at a question, on a phone', '#guide=1.2', true],
    ['at the end', '#guide=1.2.1.2', false],
    ['at the end, on a phone', '#guide=1.2.1.2', true],
  ])('has no accessibility fault that axe knows %s', async (_where, hash, phone) => {
    await read(`fr/rembourser.html${hash}`, { theme, phone }, async (page) => {
      await page.waitForSelector('.guide-text', { visible: true });
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  it('has none while it warns', async () => {
    await read('fr/ancien.html#guide', { theme, now: '2026-12-02T10:00:00Z' }, async (page) => {
      await page.waitForSelector('.guide-warnings', { visible: true });
      expect(await axeFaults(page)).toEqual([]);
    });
  });
});

describe('a step', () => {
  it('stands beside the section that details it, without a second copy of any id', async () => {
    await read('fr/rembourser.html#guide=1.1.2', {}, async (page) => {
      await standsAt(page, 'Ouvrir une enquête');
      expect(await seenText(page, '.guide-position')).toBe('Étape 4 · Livraison');
      expect(await seenText(page, '.guide-detail')).toContain('Relevez le numéro de suivi');
      expect(await seenText(page, '.guide-detail h4')).toBe('Ce que demande le transporteur');
      const doubles = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
      expect(doubles).toEqual([]);
    });
  });

  it('is lit in the picture, in view of its frame, with the way that led there', async () => {
    await read('fr/rembourser.html#guide=1.2.3.1.2', {}, async (page) => {
      await standsAt(page, 'Rassurer sur l’empreinte bancaire');
      const lit = await page.evaluate(() => {
        const nodes = (name: string) =>
          [...document.querySelectorAll<SVGElement>(`.flow-picture .${name}`)].map(
            (node) => node.dataset.node,
          );
        const frame = document.querySelector('.flow-picture')?.getBoundingClientRect();
        const box = document.querySelector('.guide-current')?.getBoundingClientRect();
        const inFrame =
          frame && box && box.left >= frame.left && box.right <= frame.right && box.top >= frame.top;
        return { current: nodes('guide-current'), passed: nodes('guide-passed').sort(), inFrame };
      });
      expect(lit).toEqual({ current: ['f8'], passed: ['a2', 'debut', 'q1', 'q4', 'q7'], inFrame: true });
    });
  });

  it('is chosen by the digit row of a French keyboard without Shift', async () => {
    await read('fr/rembourser.html#guide=1', {}, async (page) => {
      await standsAt(page, 'Commande livrée ?');
      await page.evaluate(() =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true }),
        ),
      );
      await standsAt(page, 'Que dit le client ?');
    });
  });

  it('keeps its keys to itself: none works while the focus is elsewhere or in a field', async () => {
    await read('fr/rembourser.html#guide=1.2.1.2', {}, async (page) => {
      await standsAt(page, 'Refuser en expliquant pourquoi');
      const hash = await hashOf(page);
      await page.focus('#guideNote');
      await press(page, 'Backspace', 'c');
      await page.focus('#searchField');
      await press(page, '1', 'Backspace');
      expect(await hashOf(page)).toBe(hash);
      expect(await seenText(page, '.guide-note-status')).toBe('');
    });
  });

  it('lists the path so far, and leads back to any step of it', async () => {
    await read('fr/rembourser.html#guide', {}, async (page) => {
      await press(page, '1', '2', '1');
      await standsAt(page, 'Moins de 14 jours ?');
      const path = await page.$$eval('.guide-path li', (items) => items.map((item) => item.textContent));
      expect(path).toEqual([
        'Le client demande un remboursement ',
        'Commande livrée ? Oui',
        'Que dit le client ? Il a changé d’avis',
      ]);
      await page.click('.guide-path li:nth-child(2) button');
      await standsAt(page, 'Commande livrée ?');
      expect(await hashOf(page)).toMatch(/^#guide=1-/);
    });
  });
});

describe('the end', () => {
  it('offers what to tell the customer where the outcome has no section of its own', async () => {
    await read('fr/rembourser.html#guide=1.1.1', {}, async (page) => {
      await standsAt(page, 'Rassurer et rappeler la date');
      expect(await seenText(page, '.guide-detail h3')).toBe('Ce qu’il faut dire au client');
      expect(await seenText(page, '.guide-detail')).toContain('Je m’occupe de votre remboursement.');
    });
    await read('fr/rembourser.html#guide=1.2.1.2', {}, async (page) => {
      expect(await seenText(page, '.guide-detail')).toContain('Le délai de rétractation');
    });
  });

  it('copies the note as it is shown, and says so', async () => {
    const recordCopies = () => {
      const copies: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => void copies.push(text) },
      });
      Object.assign(window, { copies });
    };
    await read('fr/rembourser.html#guide=1.1.1', { before: recordCopies }, async (page) => {
      await standsAt(page, 'Rassurer et rappeler la date');
      await press(page, 'c');
      await page.waitForFunction(() => document.querySelector('.guide-note-status')?.textContent !== '');
      expect(await seenText(page, '.guide-note-status')).toBe('Note copiée');
      expect(await page.evaluate('copies')).toEqual([await noteOf(page)]);
    });
  });

  it('selects the note where the browser denies copying', async () => {
    const denyCopies = () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    };
    await read('fr/rembourser.html#guide=1.1.1', { before: denyCopies }, async (page) => {
      await page.click('.guide-note-head button');
      await page.waitForSelector('.guide-note-status.failed');
      const selected = await page.$eval('#guideNote', (element) => {
        const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
        return value.slice(selectionStart, selectionEnd);
      });
      expect(selected).toBe(await noteOf(page));
    });
  });
});

describe('the address', () => {
  it('follows every step; the browser’s Back, the guide’s own and a reload all stand where they should', async () => {
    await read('fr/rembourser.html', {}, async (page) => {
      await startByKeyboard(page);
      await standsAt(page, 'Le client demande un remboursement');
      expect(await hashOf(page)).toBe('#guide');
      await press(page, '1', '2', '1');
      await standsAt(page, 'Moins de 14 jours ?');
      await page.goBack();
      await standsAt(page, 'Que dit le client ?');
      await page.goForward();
      await standsAt(page, 'Moins de 14 jours ?');
      await press(page, 'Backspace');
      await standsAt(page, 'Que dit le client ?');
      await page.reload();
      await standsAt(page, 'Que dit le client ?');
      // The step that was taken back is not behind this one: Back leads to the one before.
      await page.goBack();
      await standsAt(page, 'Commande livrée ?');
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(() => document.querySelector('.guide') === null);
      expect(await hashOf(page)).toBe('');
    });
  });

  it('opens a colleague’s step, and goes back from it step by step', async () => {
    let shared = '';
    await read('fr/rembourser.html#guide=1.2.2', {}, async (page) => {
      await standsAt(page, 'Photos reçues ?');
      await press(page, '1');
      await standsAt(page, 'Demander trois photos');
      shared = await hashOf(page);
    });
    expect(shared).toMatch(/^#guide=1\.2\.2\.1-[0-9a-z]{4}$/);
    await read(`fr/rembourser.html${shared.replace('=', '%3D')}`, {}, async (page) => {
      await standsAt(page, 'Demander trois photos');
      expect(await page.$('.guide-remark')).toBeNull();
      await press(page, 'ArrowLeft');
      await standsAt(page, 'Photos reçues ?');
      await press(page, 'Backspace', 'Backspace');
      await standsAt(page, 'Commande livrée ?');
    });
  });

  it.each([
    ['whose words have changed', '#guide=1.2.2-zzzz', 'Photos reçues ?'],
    ['to an answer that is gone', '#guide=1.2.9.1', 'Que dit le client ?'],
    ['that makes no sense', '#guide=<img src=x onerror=alert(1)>', 'Le client demande un remboursement'],
  ])('%s leads to the last step that fits, and says so', async (_what, hash, text) => {
    await read(`fr/rembourser.html${hash}`, {}, async (page) => {
      await standsAt(page, text);
      expect(await seenText(page, '.guide-remark')).toContain('Ce lien ne correspond plus au logigramme');
      await press(page, '1');
      expect(await page.$('.guide-remark')).toBeNull();
    });
  });

  it('is left by Escape, with the focus where it began and a way to take the step up again', async () => {
    await read('fr/rembourser.html', {}, async (page) => {
      await startByKeyboard(page);
      await standsAt(page, 'Le client demande un remboursement');
      await press(page, '1', '2', 'Escape');
      expect(await page.$('.guide')).toBeNull();
      expect(await hashOf(page)).toBe('');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reprendre à l’étape 3');
      await press(page, 'Enter');
      await standsAt(page, 'Que dit le client ?');
    });
  });

  it('gives way to a section that the detail links to, and Back returns to the step', async () => {
    await read('fr/rembourser.html#guide=1.2.1.1', {}, async (page) => {
      await standsAt(page, 'Envoyer l’étiquette de retour');
      await page.click('.guide-detail a[href="#escalade"]');
      await page.waitForFunction(() => document.querySelector('.guide') === null);
      const top = await page.$eval('#escalade', (heading) => heading.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(300);
      await page.goBack();
      await standsAt(page, 'Envoyer l’étiquette de retour');
    });
  });

  it('names each of several guides; a heading “Guide” keeps its anchor', async () => {
    await read('fr/deux.html#guide-2', {}, async (page) => {
      await standsAt(page, 'Par où commencer ?');
      await press(page, '2', '1');
      await standsAt(page, 'Noter');
      expect(await noteOf(page)).toContain(
        '1. Par où commencer\u202f? — Courriel du client\n2. Courriel du client\n\nIssue\u00a0: Noter',
      );
    });
    await read('fr/deux.html#guide', {}, async (page) => {
      expect(await page.$('.guide')).toBeNull();
      await page.click('.article-header .guide-start a');
      await standsAt(page, 'Un ?');
      expect(await hashOf(page)).toBe('#guide=');
    });
  });
});

describe('an article that is not to be applied', () => {
  it('warns on the reader’s clock before the first step, and wants to be passed by hand', async () => {
    await read('fr/ancien.html#guide=1', { now: '2026-12-01T10:00:00Z' }, async (page) => {
      await standsAt(page, 'Avant de commencer');
      expect(await seenText(page, '.guide-warnings')).toContain('périmé depuis le 1er décembre 2026');
      await press(page, '1', 'Enter');
      await standsAt(page, 'Avant de commencer');
      await press(page, 'Tab', 'Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Commencer quand même');
      await press(page, 'Enter');
      await standsAt(page, 'Clore');
      expect(await noteOf(page)).toContain('Périmé depuis le 1er décembre 2026\nNon validé\n');
      await press(page, 'Backspace');
      await standsAt(page, 'Reçu ?');
    });
  });

  it('does not warn on its last day, and mentions in one line that nobody validated it', async () => {
    await read('fr/ancien.html#guide', { now: '2026-11-30T22:59:00Z' }, async (page) => {
      await standsAt(page, 'Reçu ?');
      expect(await seenText(page, '.guide-caution')).toBe(
        'Cet article n’est valable que jusqu’au 30 novembre 2026 · Cet article n’est pas encore validé',
      );
    });
  });
});

describe('a decision of another article', () => {
  const atLink = 'fr/rembourser.html#guide=1.2.3';

  it('is stepped into and left for the very step, and the case note tells both', async () => {
    await read(atLink, {}, async (page) => {
      await standsAt(page, 'Vérifier le double débit');
      await Promise.all([page.waitForNavigation(), press(page, 'o')]);
      expect(page.url()).toBe(`${site}fr/double-debit.html#guide=`);
      await standsAt(page, 'Deux lignes au même montant ?');
      await press(page, '1', '1');
      await standsAt(page, 'Double débit à confirmer');
      expect((await noteOf(page)).replace(/[0-9a-f]{12}/g, 'VERSION')).toBe(
        `${refundHead}2. Commande livrée ? — Oui
3. Que dit le client ? — Il est débité deux fois
4. Vérifier le double débit
   Vérifier un double débit
   Article\u00a0: double-debit (fr)
   Version\u00a0: VERSION
   Valable jusqu’au 31 mars 2027
   Non validé
   1. Deux lignes au même montant ? — Oui
   2. Comparer les dates

   Issue\u00a0: Double débit à confirmer`,
      );
      await page.reload();
      await standsAt(page, 'Double débit à confirmer');
      expect(await seenText(page, '.guide-return')).toBe('RRevenir à : Rembourser une commande');
      await Promise.all([page.waitForNavigation(), press(page, 'r')]);
      expect(page.url()).toBe(`${site}${atLink}`);
      await standsAt(page, 'Vérifier le double débit');
      await press(page, '1', '1');
      await standsAt(page, 'Rembourser le second débit');
      const versions = [...(await noteOf(page)).matchAll(/[0-9a-f]{12}/g)].map(([version]) => version);
      expect(versions).toHaveLength(2);
      expect(await noteOf(page)).toBe(
        `${refundHead.replace('VERSION', versions[0] ?? '')}2. Commande livrée ? — Oui
3. Que dit le client ? — Il est débité deux fois
4. Vérifier le double débit
   Vérifier un double débit
   Article\u00a0: double-debit (fr)
   Version\u00a0: ${versions[1]}
   Valable jusqu’au 31 mars 2027
   Non validé
   1. Deux lignes au même montant ? — Oui
   2. Comparer les dates

   Issue\u00a0: Double débit à confirmer
5. Double débit confirmé ? — Oui

Issue\u00a0: Rembourser le second débit`,
      );
    });
  });

  it('is found without a way back when it was opened on its own', async () => {
    await read(atLink, {}, async (page) => {
      await Promise.all([page.waitForNavigation(), press(page, 'o')]);
      await page.waitForSelector('.guide-return');
      await page.goto('about:blank');
      await page.goto(`${site}fr/double-debit.html#guide`);
      await standsAt(page, 'Deux lignes au même montant ?');
      expect(await page.$('.guide-return')).toBeNull();
    });
  });

  it('leads back by the browser’s own Back where nothing can be stored', async () => {
    const denyStorage = () => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    };
    await read(atLink, { before: denyStorage }, async (page) => {
      await Promise.all([page.waitForNavigation(), press(page, 'o')]);
      await standsAt(page, 'Deux lignes au même montant ?');
      expect(await page.$('.guide-return')).toBeNull();
      await press(page, '1');
      await page.goBack();
      await page.goBack();
      await standsAt(page, 'Vérifier le double débit');
    });
  });
});

it('moves nothing on the page of a reader who never starts it', async () => {
  await read('fr/rembourser.html', {}, async (page) => {
    const moved = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const found: string[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { sources } = entry as PerformanceEntry & { sources: { node: Element | null }[] };
              for (const { node } of sources)
                if (node?.closest('main')) found.push(node.outerHTML.slice(0, 80));
            }
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(found), 200)));
        }),
    );
    expect(moved).toEqual([]);
    expect(await seenText(page, '.article-header .guide-start')).toBe('Suivre la procédure');
  });
});

describe('without scripts', () => {
  it('the outline names every question, answer, outcome, detail and link; nothing offers what needs scripts', async () => {
    await read('fr/rembourser.html', { scripts: false }, async (page) => {
      expect(await seenText(page, '.guide-start')).toBeUndefined();
      await page.click('.flow-outline summary');
      const outline = await seenText(page, '.flow-steps');
      const { flow } = JSON.parse(
        (await page.$eval('[data-guide]', (figure) => figure.getAttribute('data-guide'))) ?? '',
      ) as { flow: { nodes: { text: string }[]; edges: { answer: string }[] } };
      expect(flow.nodes).toHaveLength(20);
      for (const { text } of flow.nodes) expect(outline).toContain(text);
      for (const { answer } of flow.edges) expect(outline).toContain(answer);
      for (const [outcome] of outcomes) expect(outline).toContain(`${outcome} (Issue)`);
      const links = await page.$$eval('.flow-outline :is(.flow-detail, .flow-link)', (found) =>
        found.map((link) => `${link.textContent} ${decodeURIComponent(link.getAttribute('href') ?? '')}`),
      );
      expect(links.sort()).toEqual([
        'Ouvrir\u00a0: Vérifier un double débit ../fr/double-debit.html',
        'détail #envoyer-létiquette-de-retour',
        'détail #ouvrir-une-enquête',
        'détail #refuser-en-expliquant-pourquoi',
      ]);
    });
  });
});

it(
  'waits for nothing that a page without a guide would have to load',
  async () => {
    await read('fr/index.html', {}, async (page) => {
      expect(await page.$$eval('script', (scripts) => scripts.map(({ src }) => src).join())).not.toContain(
        'guide',
      );
    });
  },
  patience,
);
