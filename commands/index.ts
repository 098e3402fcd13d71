import type { AnyCommand } from '../src/command.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { corpusAccept } from './corpus-accept.ts';
import { corpusAdd } from './corpus-add.ts';
import { corpusCancel } from './corpus-cancel.ts';
import { corpusList } from './corpus-list.ts';
import { corpusRefresh } from './corpus-refresh.ts';
import { corpusRemove, corpusWithdraw } from './corpus-remove.ts';
import { helpFor } from './help.ts';
import { passage } from './passage.ts';
import { quote } from './quote.ts';
import { why } from './why.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly AnyCommand[] = [
  ask,
  quote,
  check,
  articles,
  why,
  helpFor(() => commands),
  corpusAdd,
  corpusRemove,
  corpusRefresh,
  corpusList,
  passage,
  corpusAccept,
  corpusCancel,
  corpusWithdraw,
];
