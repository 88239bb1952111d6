// How a page asks for the palette, which is a script of its own: by an event, so that neither needs to know the other.

/** Name of the event on the document. */
export const paletteRequest = 'kb:search';

export interface PaletteRequest {
  /** Where the focus goes back to. */
  readonly returnTo: HTMLElement | undefined;
}
