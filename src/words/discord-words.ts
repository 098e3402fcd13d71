/** What only Discord needs saying. */
export interface DiscordWords {
  readonly oldButton: string;
  readonly oldCommand: string;
  readonly restarting: string;
  readonly tooLate: string;
  readonly goesOn: string;
  readonly dismissRefused: string;
  readonly share: string;
  readonly dismiss: string;
  readonly openThread: string;
  readonly nothingToShow: string;
  readonly threadName: string;
  readonly noText: string;
  readonly mentions: MentionWords;
  /** A fault of ours. @param reference what the operator finds it by in the log. */
  apology(reference: string): string;
  /** @param missing permissions, as Discord calls them; empty where it does not tell. */
  forbidden(missing: readonly string[]): string;
  /** @param missing as in `forbidden`. */
  noThread(missing: readonly string[]): string;
  tooFast(seconds: number): string;
  askMe(name: string): string;
  mentionMe(name: string): string;
  tooLong(most: number): string;
}

/** Where mentions are answered. @param channels as Discord links them, already listed. */
export interface MentionWords {
  readonly everywhere: string;
  readonly nowhere: string;
  everywhereBut(channels: string): string;
  onlyIn(channels: string): string;
}
