/** A feed before anything in it is judged: the same for every dialect. Lists are in order of preference. */
export interface Announced {
  readonly title?: string | undefined;
  /** What may be the newspaper's name, alone: its publisher's, its picture's title. */
  readonly names: readonly (string | undefined)[];
  /** Where the newspaper's name may stand among other words. */
  readonly copyright?: string | undefined;
  /** Addresses of the feed or the newspaper: what others are relative to when nothing else is known. */
  readonly homes: readonly (string | undefined)[];
  readonly base?: string | undefined;
  /** Who wrote the entries that name nobody. */
  readonly creators: readonly (string | undefined)[];
  readonly entries: readonly AnnouncedEntry[];
}

export interface AnnouncedEntry {
  readonly id?: string | undefined;
  readonly addresses: readonly (string | undefined)[];
  readonly base?: string | undefined;
  readonly headline?: string | undefined;
  readonly creators: readonly (string | undefined)[];
  readonly publishers: readonly (string | undefined)[];
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  /** HTML. */
  readonly html?: string | undefined;
  /** HTML. */
  readonly summary?: string | undefined;
}
