/** One thing that is wrong with a body, with its path: `components[0].components[2].content`. */
export interface Violation {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** An answer that Discord would give instead of doing what was asked. */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly violations: readonly Violation[];
  constructor(status: number, code: number, message: string, violations: readonly Violation[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.violations = violations;
  }
}

export const unauthorized = () => new DiscordRefusal(401, 0, '401: Unauthorized');
export const notFound = () => new DiscordRefusal(404, 0, '404: Not Found');
export const unknownInteraction = () => new DiscordRefusal(404, 10062, 'Unknown interaction');
export const unknownMessage = () => new DiscordRefusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new DiscordRefusal(404, 10015, 'Unknown Webhook');
export const unknownChannel = () => new DiscordRefusal(404, 10003, 'Unknown Channel');
export const missingAccess = () => new DiscordRefusal(403, 50001, 'Missing Access');
export const missingPermissions = () => new DiscordRefusal(403, 50013, 'Missing Permissions');
export const notOurs = () => new DiscordRefusal(403, 50005, 'Cannot edit a message authored by another user');
export const wrongChannelType = () =>
  new DiscordRefusal(400, 50024, 'Cannot execute action on this channel type');
export const threadAlready = () =>
  new DiscordRefusal(400, 160004, 'A thread has already been created for this message');
export const expiredToken = () => new DiscordRefusal(401, 50027, 'Invalid Webhook Token');
export const acknowledgedAlready = () =>
  new DiscordRefusal(400, 40060, 'Interaction has already been acknowledged.');
export const invalidBody = (violations: readonly Violation[]) =>
  new DiscordRefusal(400, 50035, 'Invalid Form Body', violations);

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** Discord's error body: mistakes as a tree of paths with `_errors` at its leaves. */
export function errorBody({ code, message, violations }: DiscordRefusal): object {
  if (violations.length === 0) return { code, message };
  const errors: ErrorTree = {};
  for (const violation of violations) {
    let node = errors;
    for (const step of violation.path) {
      const next = node[step];
      if (next !== undefined && !Array.isArray(next)) node = next;
      else {
        const made: ErrorTree = {};
        node[step] = made;
        node = made;
      }
    }
    const at = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...at, { code: violation.code, message: violation.message }];
  }
  return { code, message, errors };
}
