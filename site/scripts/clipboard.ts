// Puts text into the reader's clipboard.

/** Whether `text` reached the clipboard. Sites on plain `http://` have no clipboard interface, so the older way stands in. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The same with its rich form beside it, for whatever is pasted into that takes one. */
export async function copyRich(plain: string, rich: string): Promise<boolean> {
  try {
    const parts = { 'text/plain': plain, 'text/html': rich };
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyText(plain);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  const focused = document.activeElement;
  // An open dialog leaves nothing outside of it to select.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
