// Gives the reader a file.

/** Saves `text` under `name`; it needs no server and no permission, on `file://` neither. `type` is a media type. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Some browsers follow only links of the page; an open dialog lets nothing outside of it be pressed.
  (document.querySelector('dialog[open]') ?? document.body).append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
