export interface Question {
  /** As it stands alone: what was typed, or what a follow-up was understood to mean. */
  readonly text: string;
}
