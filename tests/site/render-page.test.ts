// Whole pages: nothing in a view can break out of its place, nothing in a page runs inline or leads outside.
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../site/components/content-security-policy.ts';
import { renderPage } from '../../site/render-page.tsx';
import { renderSearchDocument } from '../../site/search-document.tsx';
import type { View } from '../../site/view.ts';
import { attribute, elementsOf } from './html-of.ts';
import { articleView, expiredView, redirectView, sampleViews } from './sample-views.ts';

const pages = Object.entries(sampleViews);

const attack = '"\'><script>alert(1)</script><img src=x onerror=alert(1)></title><!--';
/** What a view holds besides free text: changing it would make another page, or none. */
const fixed = new Set([
  'kind',
  'type',
  'state',
  'trust',
  'lang',
  'of',
  'root',
  'assets',
  'languages',
  'types',
  'hole',
  'basis',
  'bodyHtml',
]);

/** `value` with every free text replaced by the attack; addresses become `javascript:` ones. */
function poison(value: unknown, key = ''): unknown {
  if (fixed.has(key)) return value;
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return value;
    return /url$/i.test(key) ? `javascript:alert(1)//${attack}` : attack;
  }
  if (Array.isArray(value)) return value.map((item) => poison(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]));
  }
  return value;
}

describe.each(pages)('the page "%s"', (_name, view) => {
  const html = renderPage(view);
  const elements = elementsOf(html);

  it('is a whole document in its own language', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="/);
    expect(attribute(elements[0] ?? expect.fail(), 'lang')).toBe(view.lang);
    expect(elements.filter((element) => element.tagName === 'h1')).toHaveLength(1);
    expect(elements.filter((element) => element.tagName === 'main')).toHaveLength(1);
  });

  it('carries the strict policy before anything that loads', () => {
    const head = elements.find((element) => element.tagName === 'head');
    const names = elementsOf(html).map((element) => element.tagName);
    const policy = elements.find((element) => attribute(element, 'httpEquiv') === 'Content-Security-Policy');
    expect(head).toBeDefined();
    expect(policy && attribute(policy, 'content')).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(names.indexOf('meta')).toBeLessThan(names.indexOf('script'));
    expect(elements.indexOf(policy ?? expect.fail())).toBeLessThan(names.indexOf('link'));
  });

  it('runs and styles nothing inline', () => {
    for (const element of elements) {
      expect(element.tagName).not.toBe('style');
      expect(attribute(element, 'style')).toBeUndefined();
      expect(Object.keys(element.properties).filter((name) => /^on/i.test(name))).toEqual([]);
      if (element.tagName !== 'script') continue;
      expect(attribute(element, 'src')).toMatch(/^\.\.?\//);
      expect(element.children).toEqual([]);
    }
  });

  it('links inside the site only, by relative addresses', () => {
    for (const element of elements) {
      for (const name of ['href', 'src', 'action']) {
        const address = attribute(element, name);
        if (address === undefined || address.startsWith('mailto:')) continue;
        expect(address).not.toMatch(/^([a-z][a-z0-9+.-]*:|[/\\])/i);
        // Resolved from where the page is, it stays on the site's own host.
        expect(new URL(address, `https://site.example/base/${view.url}`).href).toMatch(
          /^https:\/\/site\.example\/base\//,
        );
      }
    }
  });

  it('has no id twice, and none that a heading of an article could take', () => {
    const body = 'bodyHtml' in view ? view.bodyHtml : '';
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    if (view.kind !== 'article') return;
    for (const id of ids) expect(body.includes(`id="${id}"`) || /[A-Z]/.test(id), id).toBe(true);
  });

  it('shows hostile text as text, wherever it stands', () => {
    const poisoned = renderPage(poison(view) as View);
    const [clean, attacked] = [elements, elementsOf(poisoned)].map((list) =>
      list
        .map((element) => element.tagName)
        .filter((name) => name === 'script' || name === 'img' || name === 'svg'),
    );
    expect(attacked).toEqual(clean);
    expect(poisoned).not.toContain('<script>alert');
    expect(poisoned).not.toContain('<img');
    for (const element of elementsOf(poisoned)) {
      for (const name of ['href', 'action'])
        expect(attribute(element, name) ?? '').not.toMatch(/^javascript:/i);
      expect(Object.keys(element.properties).filter((name) => /^on/i.test(name))).toEqual([]);
    }
  });

  it('gives the same bytes for the same view', () => {
    expect(renderPage(structuredClone(view))).toBe(html);
  });
});

describe('an article', () => {
  it('says in plain words until when it holds, who validated it and who answers for it', () => {
    const html = renderPage(articleView);
    expect(html).toContain('Valable jusqu’au 12 mars 2027');
    expect(html).toContain('Validé par Claire Vasseur le 14 septembre 2026');
    expect(html).toContain(
      'Responsable\u00a0: <a href="../fr/owner/retours.html">Retours et remboursements</a>',
    );
  });

  it('shows no notice when it is current and validated', () => {
    expect(withoutTemplates(renderPage(articleView))).not.toContain('class="notice ');
  });

  it('says since when it is expired, what replaces it and whom to ask', () => {
    const html = withoutTemplates(renderPage(expiredView));
    // Its last valid day was the second.
    expect(html).toContain('Cet article est périmé depuis le 3 novembre 2026');
    expect(html).toContain('Vérifier un double débit');
    expect(html).toContain('href="mailto:retours@mirandelle.example"');
    expect(html).toContain('Cet article a été modifié depuis sa validation du 14 septembre 2026');
  });

  it('that is archived leads to its successor and speaks of nothing else', () => {
    const html = renderPage({ ...expiredView, trust: 'archived' });
    expect(html).toContain('Cet article est archivé');
    expect(html).toContain('href="../fr/verifier-un-double-debit.html"');
    expect(html).not.toContain('Cet article est périmé');
  });

  it('that is a draft is never called valid', () => {
    const html = renderPage({ ...articleView, trust: 'draft', related: [] });
    expect(html).toContain('Cet article est un brouillon');
    expect(html).not.toContain('Valable');
  });

  it('shows a channel that is no e-mail address as it is', () => {
    const html = renderPage({ ...expiredView, ownerContact: '#retours sur la messagerie <urgent>' });
    expect(html).toContain('#retours sur la messagerie &lt;urgent>');
    expect(html).not.toContain('mailto:');
  });

  it('keeps ready what it will show once it is due or expired', () => {
    const kept = elementsOf(renderPage(articleView)).filter((element) => element.tagName === 'template');
    const states = kept.map(
      (element) => `${attribute(element, 'dataFor')} ${attribute(element, 'dataState')}`,
    );
    expect(states).toEqual(
      expect.arrayContaining(['notice due', 'notice expired', 'status due', 'status expired']),
    );
  });

  it('gives the search index its text, facets and hidden keywords, and no chrome', () => {
    const elements = elementsOf(
      renderSearchDocument(
        {
          ...articleView,
          owner: articleView.owner?.label,
          reasons: articleView.reasons.map(({ label }) => label),
          category: articleView.trail.slice(1).map(({ label }) => label),
        },
        articleView.bodyHtml,
      ),
    );
    const filters = elements.filter((element) => attribute(element, 'dataPagefindFilter') !== undefined);
    const values = filters.map(
      (element) => `${attribute(element, 'dataPagefindFilter')} ${attribute(element, 'content')}`,
    );
    expect(values).toEqual(
      expect.arrayContaining([
        'type[content] procedure',
        'validity[content] current',
        'reason[content] Annulation de commande',
      ]),
    );
    const keywords = elements.find((element) => attribute(element, 'dataPagefindWeight') !== undefined);
    expect(keywords).toBeDefined();
    expect(elements.some(({ tagName }) => tagName === 'nav' || tagName === 'footer')).toBe(false);
  });

  it('in a language that the site does not speak is marked in that language, its surroundings in English', () => {
    const html = renderPage({ ...articleView, lang: 'de', title: 'Eine Bestellung erstatten' });
    expect(html).toContain('<html lang="de"');
    expect(html).toMatch(/<header class="site-header[^>]* lang="en"/);
    expect(html).toContain('Valid until 12 March 2027');
  });

  it('marks an article of another language in a list', () => {
    expect(renderPage(sampleViews.list ?? expect.fail())).toMatch(
      /<a[^>]* lang="en" hreflang="en">Refund an order/,
    );
  });

  it('names whole addresses of its translations, itself included, where the site’s own is known, and none elsewhere', () => {
    const baseUrl = 'https://aide.example/base/';
    const html = renderPage({ ...articleView, site: { ...articleView.site, baseUrl } });
    expect(html.match(/<link rel="alternate" hreflang[^>]*>/g)).toEqual([
      `<link rel="alternate" hreflang="fr" href="${baseUrl}${articleView.url}"/>`,
      `<link rel="alternate" hreflang="en" href="${baseUrl}en/rembourser-une-commande.html"/>`,
    ]);
    expect(renderPage(articleView)).not.toContain('<link rel="alternate" hreflang');
  });

  it.each(pages)('%s tells search engines what it is', (_name, view) => {
    expect(renderPage(view)).toMatch(/<meta name="description" content="[^"]{20,}"/);
  });

  it('keeps the address of a search for readers without script', () => {
    expect(renderPage({ ...articleView, lang: 'en', root: '../' })).toContain('action="../en/search.html"');
  });
});

describe('the versions of an article', () => {
  const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

  it('say when, by whom, why and what each was worth, and how to read the one before', () => {
    const html = text(renderPage(articleView));
    expect(html).toContain(
      '1er septembre 2026 Paul Mercadier Délai de cinq jours ouvrés au lieu de dix À revalider',
    );
    expect(html).toContain('Première version Illisible');
    expect(html).toContain('kb show rembourser-une-commande --language fr --as-of 2026-09-01');
  });

  it('are not spoken of where the site knows none', () => {
    expect(renderPage({ ...articleView, versions: [] })).not.toContain('kb show');
  });
});

describe('a redirect', () => {
  it('leads on by itself and by a link', () => {
    const html = renderPage(redirectView);
    expect(html).toContain('content="0; url=../fr/rembourser-une-commande.html"');
    expect(html).toContain('<a href="../fr/rembourser-une-commande.html">');
  });
});

function withoutTemplates(html: string): string {
  return html.replace(/<template[\s\S]*?<\/template>/g, '');
}
