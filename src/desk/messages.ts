import type { Problem } from '../corpus.ts';
import type { DeskCall } from '../news-desk.ts';
import type { Suggestion, SuggestionKind } from '../newsroom.ts';
import type { News } from '../open.ts';
import type { Reply } from '../reply.ts';

/** What the thread is started with. */
export interface Setting {
  readonly corpusDir?: string;
}

/** To the thread; each `id` is answered once. */
export type Request = { readonly id: number } & (
  | { readonly kind: 'run'; readonly call: DeskCall }
  | { readonly kind: 'suggest'; readonly suggest: SuggestionKind; readonly typed: string }
  | { readonly kind: 'read ahead' | 'close' }
);

/** What came of it. Errors are told apart by what they are, which no clone of them shows. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly lastAsked: number }
  | { readonly kind: 'suggestions'; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'mistake'; readonly message: string }
  | { readonly kind: 'fault'; readonly error: Error };

/** From the thread. */
export type Message =
  | { readonly kind: 'open'; readonly articles: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'closed to us'; readonly outcome: Outcome }
  | { readonly kind: 'progress'; readonly id: number; readonly text: string }
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: 'news'; readonly news: News; readonly articles: number };
