// What a writer should know of items that were brought in: they are kept all the same.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { personalDataIn } from '../field/list-feedback.ts';
import { itemMarks, itemMarkWords, type MarkedItem, markItem } from '../field/mark-item.ts';
import type { ImportPlan } from '../field/plan-import.ts';
import { personalDataWords } from '../model/personal-data/find-personal-data.ts';
import { quote } from '../model/quote.ts';
import type { UiLanguage } from '../model/wording.ts';
import type { Session } from './common-options.ts';
import { tell } from './field-problems.ts';
import type { Host } from './host.ts';

/** Most names in a line. */
const mostNames = 5;

function list(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => quote(name, 40));
  return [...shown, ...(names.length > mostNames ? ['…'] : [])].join(', ');
}

/** The items of `plan`, a remark by its key, the others by their article. */
function namedItems({ added }: ImportPlan): (MarkedItem & { readonly name: string })[] {
  const counted = [...added.votes, ...added.receipts];
  return [
    ...added.feedback.map(({ item: { key, on, about }, base }) => ({ name: key, on, about, base })),
    ...counted.map(({ on, about }) => ({ name: `${about.lang}/${about.id}`, on, about })),
  ];
}

function tellMarks(plan: ImportPlan, base: KnowledgeBase, session: Session, host: Host): void {
  const marked = namedItems(plan).map((item) => ({
    name: item.name,
    marks: markItem(item, base, session.today),
  }));
  for (const mark of itemMarks) {
    const names = new Set(marked.filter(({ marks }) => marks.includes(mark)).map(({ name }) => name));
    if (names.size === 0) continue;
    const { fr, en } = itemMarkWords[mark];
    const shown = list([...names]);
    tell({ fr: `Gardé, ${fr} : ${shown}`, en: `Kept, ${en}: ${shown}` }, session, host);
  }
}

function tellPersonalData({ added }: ImportPlan, session: Session, host: Host): void {
  for (const { item } of added.feedback) {
    const kinds = personalDataIn([item.comment, item.quote, item.query], session.config.contacts.domains);
    if (kinds.length === 0) continue;
    const words = (lang: UiLanguage) => kinds.map((kind) => personalDataWords[kind][lang]).join(', ');
    tell(
      {
        fr: `Donnée personnelle dans ${item.key} (${words('fr')}) : retirez-la du fichier avant le commit`,
        en: `Personal data in ${item.key} (${words('en')}): take it out of the file before the commit`,
      },
      session,
      host,
    );
  }
}

/** Tells what is odd about what `plan` adds, and what it leaves out because it is there in other words. */
export function tellOddities(plan: ImportPlan, base: KnowledgeBase, session: Session, host: Host): void {
  tellMarks(plan, base, session, host);
  tellPersonalData(plan, session, host);
  if (plan.differing.length === 0) return;
  const keys = list(plan.differing);
  tell(
    {
      fr: `Même clé, autre contenu, laissé de côté : ${keys}`,
      en: `Same key, other content, left out: ${keys}`,
    },
    session,
    host,
  );
}
