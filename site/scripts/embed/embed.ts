// Entry of `embed.js`, which pages of other tools load: what bears `data-kb-form`, `data-kb-reason` or `data-kb-article` gets a link to the article that it is about.
import { type EmbedRequest, embedAddress, readEmbedValues } from './embed-address.ts';

const wanted = '[data-kb-form],[data-kb-reason],[data-kb-article]';
const watched = ['data-kb-form', 'data-kb-reason', 'data-kb-article'];
/** Elements that hold no link: it stands after them. */
const closed = 'input,select,textarea,img,br,hr,iframe,video,audio,object,svg,button';

const words = {
  fr: { label: 'Procédure', title: 'Ouvrir l’article de la base de connaissances' },
  en: { label: 'Procedure', title: 'Open the article of the knowledge base' },
};

/** The element → its link, which may be itself. */
const links = new WeakMap<Element, HTMLAnchorElement>();

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src !== '') setUp(script);

function setUp({ src, dataset }: HTMLScriptElement): void {
  const root = src.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  const lang = dataset.lang ?? '';
  const spoken = (lang || document.documentElement.lang).toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
  const label = dataset.label || words[spoken].label;
  /** All links share one window, so that a day’s contacts leave one and not forty. */
  const target = dataset.target || 'kb';

  function requestOf({ dataset }: HTMLElement): EmbedRequest {
    const { kbForm, kbReason, kbArticle, kbOrder, kbValues } = dataset;
    return { form: kbForm, reason: kbReason, article: kbArticle, order: kbOrder, values: kbValues };
  }

  /** Until the link is followed its address says nothing of the contact: it may be copied, and shows in the status bar. */
  function plainAddress(element: HTMLElement): string | undefined {
    const { form, reason, article } = requestOf(element);
    return embedAddress(root, { form, reason, article }, lang);
  }

  function take(element: HTMLElement): void {
    const address = plainAddress(element);
    const known = links.get(element);
    if (address === undefined) {
      if (known !== undefined && known !== element) known.remove();
      else known?.removeAttribute('href');
      return;
    }
    const link = known ?? makeLink(element);
    link.href = address;
    // The other tool may have drawn its part of the page anew, without the link.
    if (link !== element && !link.isConnected) place(link, element);
  }

  function makeLink(element: HTMLElement): HTMLAnchorElement {
    const isLink = element instanceof HTMLAnchorElement;
    const link = isLink ? element : document.createElement('a');
    if (!isLink) {
      link.className = 'kb-link';
      link.textContent = label;
      link.title = words[spoken].title;
      link.lang = dataset.label ? '' : spoken;
    }
    link.target = target;
    link.referrerPolicy = 'no-referrer';
    links.set(element, link);
    link.addEventListener('click', () => {
      const request = requestOf(element);
      // For whoever writes that page: the article opens all the same.
      if (readEmbedValues(request.values) === undefined) element.dataset.kbProblem = 'values';
      else delete element.dataset.kbProblem;
      link.href = embedAddress(root, request, lang) ?? link.href;
      // The browser follows the link once its listeners are done.
      setTimeout(() => {
        link.href = plainAddress(element) ?? link.href;
      });
    });
    return link;
  }

  function place(link: HTMLAnchorElement, element: HTMLElement): void {
    if (element.matches(closed)) element.after(' ', link);
    else element.append(' ', link);
  }

  function scan(node: Node): void {
    if (!(node instanceof Element)) return;
    if (node instanceof HTMLElement && node.matches(wanted)) take(node);
    node.querySelectorAll<HTMLElement>(wanted).forEach(take);
  }

  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records)
      if (type === 'attributes') take(target as HTMLElement);
      else addedNodes.forEach(scan);
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: watched,
  });
  scan(document.documentElement);
}
