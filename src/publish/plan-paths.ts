// The pages of training paths: which a site has, and which steps its readers may take.
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import type { PathLink, PathStepView } from '../../site/path-view.ts';
import { findArticle } from '../content/knowledge-base.ts';
import { pathUrl, type TrainingPath } from '../model/training-path.ts';
import { pickLabel } from '../model/wording.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** How many paths the home page shows. */
const shownAtHome = 5;

/** The paths that readers of `audience` have in `lang`: those with a title in it and a step that the site has. */
function pathsOf(lang: string, audience: string, context: PlanContext): readonly TrainingPath[] {
  return context.base.paths.flatMap(({ training }) => {
    const isTheirs =
      training?.title[lang] !== undefined &&
      training.audience.includes(audience) &&
      stepsOf(training, lang, context).length > 0;
    return isTheirs ? [training] : [];
  });
}

function stepsOf({ steps }: TrainingPath, lang: string, context: PlanContext): readonly PathStepView[] {
  return steps.flatMap(({ id, guide }) => {
    const document = findArticle(context.base, id, lang);
    if (!document || !context.has(document)) return [];
    const card = context.cardOf(document);
    return [guide ? { card, guideUrl: `${card.url}#guide` } : { card }];
  });
}

/** Links to the first paths, for the home page of `lang`. */
export function planPathLinks(lang: string, audience: string, context: PlanContext): readonly PathLink[] {
  return pathsOf(lang, audience, context)
    .slice(0, shownAtHome)
    .map((path) => ({
      url: pathUrl(path.id, lang),
      label: path.title[lang] ?? path.id,
      steps: stepsOf(path, lang, context).length,
    }));
}

/** The pages of the paths that readers of `audience` have in `lang`. */
export function planPaths(lang: string, audience: string, context: PlanContext): PagePlan[] {
  return pathsOf(lang, audience, context).map((path): PagePlan => {
    const url = pathUrl(path.id, lang);
    const title = path.title[lang] ?? path.id;
    const translate = (other: string) =>
      pathsOf(other, audience, context).includes(path) ? pathUrl(path.id, other) : undefined;
    return {
      url,
      view: {
        ...planShell(context, lang, url, title, translate),
        kind: 'path',
        id: path.id,
        owner: context.site.tellsTeam ? ownerOf(path, lang, context) : undefined,
        follow: bodyWordsFor(lang).flow.follow,
        steps: stepsOf(path, lang, context),
        challenge: path.challenge,
      },
    };
  });
}

function ownerOf({ owner }: TrainingPath, lang: string, { base: { config } }: PlanContext): string {
  const known = config.owners[owner];
  return known === undefined ? owner : pickLabel(known.name, lang, config.lang);
}
