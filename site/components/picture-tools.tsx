// The buttons of a flowchart's picture. They are in the page, so that scripts hold no words, and idle, unseen, until a script makes them work.
import type { JSX } from 'preact';
import type { BodyWords } from '../locales/body-words.ts';
import { Icon, type IconName } from './icon.tsx';

/** What a button does; `picture-view.ts` knows these names. */
type PictureAct = 'out' | 'in' | 'whole' | 'full';

const icons: Readonly<Record<PictureAct, IconName>> = {
  out: 'minus',
  in: 'plus',
  whole: 'whole',
  full: 'full',
};

export function PictureTools({ words }: { readonly words: BodyWords['picture'] }): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="flow-tools" role="group" aria-label={words.tools} data-idle="" data-pagefind-ignore="all">
      <PictureButton act="out" label={words.out} />
      <output class="flow-scale" aria-label={words.scale} />
      <PictureButton act="in" label={words.in} />
      <PictureButton act="whole" label={words.whole} pressed={false} />
      <PictureButton act="full" label={words.full} pressed={false} />
    </div>
  );
}

function PictureButton({
  act,
  label,
  pressed,
}: {
  readonly act: PictureAct;
  readonly label: string;
  readonly pressed?: boolean;
}): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      data-act={act}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <Icon name={icons[act]} />
    </button>
  );
}
