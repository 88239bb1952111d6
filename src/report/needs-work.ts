// Which articles ask somebody for work today: what the lists of things to update hold.
import type { ReportedArticle } from './report.ts';

/** Whether an article is to be updated or validated. Drafts are at work already, and archived articles are done with. */
export function needsWork({ validity, trust }: Pick<ReportedArticle, 'validity' | 'trust'>): boolean {
  if (trust === 'draft' || trust === 'archived') return false;
  return (
    (validity !== 'current' && validity !== 'scheduled') || trust === 'changed' || trust === 'unvalidated'
  );
}
