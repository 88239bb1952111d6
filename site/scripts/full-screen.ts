// Lets a part of the page fill the screen; where the browser can't (phones of Apple), it fills the window as a dialog.

export interface FullScreen {
  readonly toggle: () => void;
  readonly isOn: () => boolean;
}

/** Full screen for `part`; `onChange` is called after it was entered or left, by whatever means. */
export function createFullScreen(part: HTMLElement, onChange: () => void): FullScreen {
  return document.fullscreenEnabled === true ? useScreen(part, onChange) : useDialog(part, onChange);
}

function useScreen(part: HTMLElement, onChange: () => void): FullScreen {
  const isOn = () => document.fullscreenElement === part;
  part.addEventListener('fullscreenchange', onChange);
  return {
    isOn,
    toggle: () => void (isOn() ? document.exitFullscreen() : part.requestFullscreen()).catch(() => undefined),
  };
}

/** A modal dialog holds the focus and is left by Escape; the part goes back to its place. */
function useDialog(part: HTMLElement, onChange: () => void): FullScreen {
  const dialog = document.createElement('dialog');
  dialog.className = 'flow-dialog';
  const place = document.createComment('');
  dialog.addEventListener('close', () => {
    const focused = document.activeElement;
    place.replaceWith(part);
    dialog.remove();
    if (focused instanceof HTMLElement) focused.focus();
    onChange();
  });
  return {
    isOn: () => dialog.open,
    toggle: () => {
      if (dialog.open) return dialog.close();
      part.replaceWith(place);
      dialog.append(part);
      document.body.append(dialog);
      dialog.showModal();
      onChange();
    },
  };
}
