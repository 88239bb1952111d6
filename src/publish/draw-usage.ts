// The pictures of the usage page: each guide's flowchart with the share of every answer on its arrows.

import { renderFlowPicture } from '../../site/components/flow-picture.tsx';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { formatPercent } from '../../site/locales/format.ts';
import { usageWordsFor } from '../../site/locales/usage-words.ts';
import type { UsageView } from '../../site/usage-figures.ts';
import { stringifySvg } from '../content/svg-file.ts';
import { drawShares } from '../flow/draw-shares.ts';
import { placePicture } from '../flow/place-picture.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';

/** HTML of the picture of each guide that `view` shows, in their order; undefined where there is none, or the shares can't be placed on it. */
export function drawUsage(
  view: UsageView,
  flowcharts: ReadonlyMap<string, DrawnFlowchart>,
): readonly (string | undefined)[] {
  const words = usageWordsFor(view.lang);
  return view.usage.guides.shown.map(({ code, shares, number, label }) => {
    const { svg, flow } = (code === undefined ? undefined : flowcharts.get(code)) ?? {};
    if (svg === undefined || flow === undefined) return undefined;
    const title = words.guidePicture(label);
    const picture = placePicture(svg, {
      idPrefix: `usage-${number}-picture-`,
      title,
      description: words.notes.guides,
    });
    if (!drawShares(picture, flow, shares, (share) => formatPercent(share, words.lang))) return undefined;
    return renderFlowPicture({
      svg: stringifySvg(picture),
      width: Number(picture.properties.width ?? 0) || 0,
      title,
      tools: bodyWordsFor(view.lang).picture,
    });
  });
}
