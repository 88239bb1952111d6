// What the levels of announcements are called.
import type { AnnouncementLevel } from './article.ts';
import type { Wording } from './wording.ts';

export const levelWords: Readonly<Record<AnnouncementLevel, Wording>> = {
  info: { fr: 'Information', en: 'Information' },
  major: { fr: 'Important', en: 'Major' },
  urgent: { fr: 'Urgent', en: 'Urgent' },
};
