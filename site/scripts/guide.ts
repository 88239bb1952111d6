// Entry of `guide.js`, which `load-guide.ts` fetches when a guide is wanted: the address says where the guide stands, the panel shows it.
import type { GuideData } from '../guide-data.ts';
import { guideWordsFor } from '../locales/guide-words.ts';
import { openGuides } from './open-guides.ts';

const figures = [...document.querySelectorAll<HTMLElement>('figure.flow[data-guide]')];
const guides = figures.map((figure) => ({
  figure,
  data: JSON.parse(figure.dataset.guide ?? '') as GuideData,
}));
if (guides.length > 0) openGuides(guides, guideWordsFor(document.documentElement.lang));
