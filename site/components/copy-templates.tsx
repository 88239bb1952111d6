// The buttons that the browser adds to what an agent copies; they sit in the page so that scripts hold no words.
import type { JSX } from 'preact';
import type { Messages } from '../locales/messages.ts';
import { Icon } from './icon.tsx';

export function CopyTemplates({
  t,
  lang,
}: {
  readonly t: Messages;
  readonly lang: string | undefined;
}): JSX.Element {
  return (
    <>
      <template id="copyButton">
        <button type="button" class="copy-button" lang={lang}>
          <Icon name="copy" />
          <span>{t.copy.text}</span>
        </button>
      </template>
      <p
        id="copyStatus"
        class="copy-status"
        role="status"
        lang={lang}
        data-done={t.copy.done}
        data-failed={t.copy.failed}
      />
    </>
  );
}
