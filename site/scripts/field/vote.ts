// "Did this article help?": one answer for each version of an article and each device.
import type { FieldWords } from '../../locales/field-words.ts';
import { readStored, store } from '../reader-storage.ts';
import type { KeepItem } from './field.ts';
import { articleInView, baseName, pageLang, readerDay, referenceTo } from './field-page.ts';
import { makeFeedback, makeKey } from './make-item.ts';
import { dropItems, readOutbox } from './outbox.ts';

/** Takes the reader's answer and returns what to tell them. A change of mind counts as long as the first answer is still here. */
export function castVote(
  verdict: 'helpful' | 'unhelpful',
  keep: KeepItem,
  { vote, report }: FieldWords,
): string | undefined {
  const article = articleInView();
  if (!article) return undefined;
  const base = baseName();
  const place = `kb:vote:${base}:${article.lang}/${article.id}`;
  const [version, before, key = ''] = (readStored('localStorage', place) ?? '').split(' ');
  if (version === article.version) {
    if (before === verdict) return vote.again;
    const here = readOutbox(base).entries.find(({ item, state }) => item.key === key && state === 'waiting');
    if (!here) return vote.gone;
    dropItems([key]);
  }
  const remark = { verdict, about: referenceTo(article), lang: pageLang() };
  const item = makeFeedback(remark, makeKey(crypto), readerDay());
  const outcome = keep(item);
  if (outcome !== 'kept') return outcome === 'denied' ? report.denied : undefined;
  store('localStorage', place, `${article.version} ${verdict} ${item.key}`);
  for (const button of document.querySelectorAll('[data-field-ask=helpful], [data-field-ask=unhelpful]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-field-ask') === verdict));
  return verdict === 'helpful' ? vote.thanks : vote.sorry;
}
