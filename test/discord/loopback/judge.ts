import type { Check, Shape } from './description.ts';
import { invalidBody, type Violation } from './errors.ts';
import { choiceViolations, commandViolations, deferViolations, messageViolations } from './limits.ts';
import { asShown } from './messages.ts';
import { type Body, FLAGS, isBody, type Message } from './shapes.ts';

/** Refuses the bodies that Discord would refuse, and keeps a list of what was wrong with them. */
export class Judge {
  /** Empty at the end of every test that is not about them. */
  readonly violations: Violation[] = [];
  readonly #check: Check | null;
  readonly #validate: boolean;

  /** `validate: false` lets everything pass that is an object: for floods. */
  constructor(check: Check | null, validate: boolean) {
    this.#check = check;
    this.#validate = validate;
  }

  refuse(violations: readonly Violation[]): void {
    if (violations.length === 0) return;
    this.violations.push(...violations);
    throw invalidBody(violations);
  }

  commands(body: unknown): readonly Body[] {
    if (!Array.isArray(body)) throw invalidBody([{ path: [], code: 'LIST_TYPE', message: 'not a list' }]);
    const commands = body.filter(isBody);
    // The description wants an integer where builders send, and Discord takes, a string.
    const described = commands.map(({ default_member_permissions: needed, ...command }) => ({
      ...command,
      ...(needed !== undefined && { default_member_permissions: needed === null ? null : Number(needed) }),
    }));
    this.#judge('commands', described, () => commandViolations(commands));
    return commands;
  }

  callback(body: unknown): Body {
    const callback = asObject(body);
    const data = isBody(callback.data) ? callback.data : {};
    const { type } = callback;
    this.#judge(`callback ${Number(type)}`, callback, () => [
      ...(type === 5 || type === 6 ? deferViolations(callback) : []),
      ...(type === 4 || type === 7 ? messageViolations(data) : []),
      ...(type === 8 ? choiceViolations(callback) : []),
    ]);
    return callback;
  }

  /** A message to be; of one that is edited, what is left alone counts too. */
  message(shape: Shape, body: unknown, shown?: Message): Body {
    const message = asObject(body);
    this.#judge(shape, message, () => {
      if (shown === undefined) return messageViolations(message);
      const isV2 = (shown.flags & FLAGS.componentsV2) !== 0;
      return messageViolations({ ...asShown(shown), ...message }, { isV2 });
    });
    return message;
  }

  others(shape: Shape, body: unknown, more: (body: Body) => readonly Violation[]): Body {
    const other = asObject(body);
    this.#judge(shape, other, () => more(other));
    return other;
  }

  #judge(shape: Shape, body: unknown, more: () => readonly Violation[]): void {
    if (this.#validate) this.refuse([...(this.#check?.(shape, body) ?? []), ...more()]);
  }
}

function asObject(body: unknown): Body {
  if (!isBody(body)) throw invalidBody([{ path: [], code: 'DICT_TYPE', message: 'not an object' }]);
  return body;
}
