// What the guide shows at one moment, as plain data: the panel draws it, tests and the controller speak of it.

/** Something that can be pressed, with its key where it has one. */
export interface Choice {
  readonly label: string;
  readonly run: () => void;
}

export interface Answer extends Choice {
  /** The key that a voice menu gives it; its place among the answers stands for it elsewhere. */
  readonly key: string | undefined;
}

export interface Reminder extends Choice {
  /** Said once it was taken: browsers keep quiet about a saved file. */
  readonly done: string;
}

export interface PassedStep extends Choice {
  readonly number: number;
  readonly text: string;
  readonly answer: string | undefined;
}

export interface Detail {
  readonly title: string;
  readonly content: DocumentFragment;
}

/** Hands the note to another tool, once the reader has seen what is sent. */
export interface SendNote {
  readonly label: string;
  /** `tell` says how it went. */
  readonly run: (tell: (text: string, failed: boolean) => void) => void;
}

/** A step, a question or an outcome. */
export interface StepScreen {
  readonly kind: 'step';
  /** Such as "Step 4 · Delivery". */
  readonly position: string;
  readonly text: string;
  readonly isOutcome: boolean;
  /** What has to be known here: that the flow changed, that it stops. */
  readonly remarks: readonly string[];
  readonly answers: readonly Answer[];
  /** To the guide of another article. */
  readonly open: Choice | undefined;
  readonly returnTo: Choice | undefined;
  readonly back: Choice | undefined;
  readonly restart: Choice | undefined;
  readonly passed: readonly PassedStep[];
  readonly detail: Detail | undefined;
  /** The case note, at the end. */
  readonly note: string | undefined;
  /** A file for the calendar, at the end of an article that asks for something later. */
  readonly reminder: Reminder | undefined;
  /** To the tool that takes notes, where the base names one. */
  readonly send: SendNote | undefined;
}

/** What stands before the first step of an article that is not to be applied as it is. */
export interface WarningScreen {
  readonly kind: 'warning';
  readonly title: string;
  readonly notices: readonly Node[];
  readonly proceed: Choice;
}

export type Screen = StepScreen | WarningScreen;
