// paths-resolve: every step of a training path is an article in force that the path's readers may read.
import { didYouMean } from '../../config/schema-issue.ts';
import { flowchartsOf } from '../../content/document.ts';
import { findArticle, type KnowledgeBase } from '../../content/knowledge-base.ts';
import type { PathStep, TrainingPath } from '../../model/training-path.ts';
import { joinChoices, type Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function judgeOwner({ owner }: TrainingPath, { config }: KnowledgeBase): Wording | undefined {
  const known = Object.keys(config.owners);
  if (known.includes(owner)) return undefined;
  const hint = didYouMean(owner, known);
  return {
    fr: `Responsable inconnu « ${owner} », attendu : ${joinChoices(known, 'fr')}${hint.fr}`,
    en: `Unknown owner \`${owner}\`, expected ${joinChoices(known, 'en')}${hint.en}`,
  };
}

function judgeAudience({ audience }: TrainingPath, { config }: KnowledgeBase): Wording | undefined {
  const unknown = audience.find((name) => !config.audiences.includes(name));
  if (unknown === undefined) return undefined;
  const hint = didYouMean(unknown, config.audiences);
  return {
    fr: `Public inconnu « ${unknown} », attendu : ${joinChoices(config.audiences, 'fr')}${hint.fr}`,
    en: `Unknown audience \`${unknown}\`, expected ${joinChoices(config.audiences, 'en')}${hint.en}`,
  };
}

function judgeStep({ id, guide }: PathStep, path: TrainingPath, base: KnowledgeBase): Wording | undefined {
  const document = findArticle(base, id, base.config.lang);
  if (!document) {
    const hint = didYouMean(id, [...base.byId.keys()]);
    return {
      fr: `Étape inconnue « ${id} », attendu : l’identifiant d’un article${hint.fr}`,
      en: `Unknown step \`${id}\`, expected the id of an article${hint.en}`,
    };
  }
  const { status, audience } = document.article;
  if (status !== 'published')
    return {
      fr: `Étape « ${id} » ${status === 'draft' ? 'en brouillon' : 'archivée'}, attendu : un article publié`,
      en: `Unexpected ${status === 'draft' ? 'draft' : 'archived'} step \`${id}\`, expected a published article`,
    };
  const barred = path.audience.find((name) => !audience.includes(name));
  if (barred !== undefined)
    return {
      fr: `Étape « ${id} » fermée au public « ${barred} » du parcours, attendu : un article qu’il peut lire`,
      en: `Unexpected step \`${id}\`, closed to the path’s audience \`${barred}\`, expected one that it may read`,
    };
  if (guide && flowchartsOf(document).length === 0)
    return {
      fr: `Étape « ${id} » sans guide à suivre, attendu : un article avec un logigramme`,
      en: `Unexpected step \`${id}\` without a guide to follow, expected an article with a flowchart`,
    };
  return undefined;
}

const sound = 'title: { fr: Premiers jours }\nowner: livraison\nsteps: [colis-en-retard]\n';

export const pathsResolve: Rule = {
  group: 'together',
  severity: 'error',
  why: {
    fr: 'Un parcours de formation vit plus longtemps que ses articles : une étape renommée, archivée ou fermée à ses lecteurs y manque sans que personne ne le voie.',
    en: 'A training path outlives its articles: a step that was renamed, archived or closed to its readers is missing, and nobody sees it.',
  },
  check: () => [],
  *checkBase({ base, only }) {
    if (only) return;
    for (const { path, training, problems, placeOf } of base.paths) {
      for (const { wording, ...place } of problems) yield { ...place, path, message: wording };
      if (!training) continue;
      const owner = judgeOwner(training, base);
      if (owner) yield { ...placeOf(['owner']), path, message: owner };
      const audience = judgeAudience(training, base);
      if (audience) yield { ...placeOf(['audience']), path, message: audience };
      for (const [at, step] of training.steps.entries()) {
        const message = judgeStep(step, training, base);
        if (message) yield { ...placeOf(['steps', at]), path, message };
      }
    }
  },
  examples: [
    { files: { 'paths/premiers-jours.yaml': sound, 'content/a.md': exampleArticle() }, findings: [] },
    {
      files: {
        'paths/premiers-jours.yaml':
          'title: { fr: Premiers jours }\nowner: livraisons\nsteps:\n  - colis-en-retad\n  - b\n',
        'content/a.md': exampleArticle(),
        'content/b.md': exampleArticle({ id: 'b', status: 'draft' }),
      },
      findings: [
        {
          path: 'paths/premiers-jours.yaml',
          line: 2,
          column: 8,
          fr: 'Responsable inconnu « livraisons », attendu : livraison ou retours ; vouliez-vous dire « livraison » ?',
          en: 'Unknown owner `livraisons`, expected livraison or retours; did you mean `livraison`?',
        },
        {
          path: 'paths/premiers-jours.yaml',
          line: 4,
          column: 5,
          fr: 'Étape inconnue « colis-en-retad », attendu : l’identifiant d’un article ; vouliez-vous dire « colis-en-retard » ?',
          en: 'Unknown step `colis-en-retad`, expected the id of an article; did you mean `colis-en-retard`?',
        },
        {
          path: 'paths/premiers-jours.yaml',
          line: 5,
          column: 5,
          fr: 'Étape « b » en brouillon, attendu : un article publié',
          en: 'Unexpected draft step `b`, expected a published article',
        },
      ],
    },
    {
      files: {
        'paths/premiers-jours.yaml': 'title: Premiers jours\nowner: livraison\nsteps: [colis-en-retard]\n',
        'content/a.md': exampleArticle(),
      },
      findings: [
        {
          path: 'paths/premiers-jours.yaml',
          line: 1,
          column: 8,
          fr: 'Valeur inattendue dans « title » : « Premiers jours », attendu : un titre par langue, comme { fr: Premiers jours }',
          en: 'Unexpected `Premiers jours` in `title`, expected a title per language, such as { en: First days }',
        },
      ],
    },
  ],
};
