import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Violation } from './errors.ts';

/**
 * Discord's own description of its API, where it lies beside the project; it is not part of it. Checks made
 * against it come on top of `limits.ts`, which always apply.
 */
const PLACE = new URL('../../../../shared/discord/openapi.json', import.meta.url);

export type Shape =
  | 'commands'
  | 'edit'
  | 'follow-up'
  | 'message'
  | 'message edit'
  | 'thread'
  | `callback ${number}`;

const POINTERS: Readonly<Record<string, string>> = {
  commands:
    '#/paths/~1applications~1{application_id}~1commands/put/requestBody/content/application~1json/schema',
  edit: '#/components/schemas/IncomingWebhookUpdateRequestPartial',
  'follow-up': '#/components/schemas/IncomingWebhookRequestPartial',
  message: '#/components/schemas/MessageCreateRequest',
  'message edit': '#/components/schemas/MessageEditRequestPartial',
  thread: '#/components/schemas/CreateTextThreadWithMessageRequest',
  'callback 4': '#/components/schemas/CreateMessageInteractionCallbackRequest',
  'callback 5': '#/components/schemas/CreateMessageInteractionCallbackRequest',
  'callback 6': '#/components/schemas/UpdateMessageInteractionCallbackRequest',
  'callback 7': '#/components/schemas/UpdateMessageInteractionCallbackRequest',
  'callback 8': '#/components/schemas/ApplicationCommandAutocompleteCallbackRequest',
  'callback 9': '#/components/schemas/ModalInteractionCallbackRequest',
};

export type Check = (shape: Shape, body: unknown) => readonly Violation[];

/** Null where the description is not there; says so once, so that nobody takes a skipped check for a passed one. */
export function openDescription(): Check | null {
  if (!existsSync(PLACE)) {
    console.warn('Discord’s API description is not here: bodies are checked against our own limits only.');
    return null;
  }
  const description = JSON.parse(readFileSync(PLACE, 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, logger: false });
  ajv.addSchema(description, 'discord');
  const known = new Map<string, ReturnType<Ajv2020['getSchema']>>();
  const compiled = (pointer: string): ReturnType<Ajv2020['getSchema']> => {
    if (!known.has(pointer)) known.set(pointer, ajv.getSchema(`discord${encodeURI(pointer)}`));
    return known.get(pointer);
  };
  return (shape, body) => {
    const pointer = POINTERS[shape];
    if (pointer === undefined) return [];
    const validate = compiled(pointer);
    if (validate === undefined) throw new Error(`not in Discord’s API description: ${pointer}`);
    if (validate(body) === true) return [];
    return (validate.errors ?? []).slice(-5).map((error) => ({
      path: error.instancePath.split('/').slice(1),
      code: 'API_DESCRIPTION',
      message: `${error.message ?? error.keyword} (${shape})`,
    }));
  };
}
