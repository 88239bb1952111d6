// What a picture costs its readers.

export interface MediaFacts {
  /** Weight in bytes. */
  readonly bytes: number;
  /** Size in pixels; undefined where the file does not tell. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}
