import type { Violation } from './errors.ts';
import { type Body, type Component, componentsOf, FLAGS, flattened, isBody, TYPE } from './shapes.ts';

type Path = readonly (string | number)[];

const violation = (path: Path, code: string, message: string): Violation => ({ path, code, message });

/** Discord's rules for a message that its API description does not hold. */
export function messageViolations(body: Body, { isV2 = false }: { isV2?: boolean } = {}): Violation[] {
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const v2 = isV2 || (flags & FLAGS.componentsV2) !== 0;
  const components = componentsOf(body);
  const content = typeof body.content === 'string' ? body.content : '';
  const embeds = Array.isArray(body.embeds) ? body.embeds.filter(isBody) : [];
  const found: Violation[] = [...uniqueIds(components), ...components.flatMap(checkAt(['components']))];
  if (content.length > 2000) found.push(violation(['content'], 'BASE_TYPE_MAX_LENGTH', 'at most 2000'));
  const embedded = embeds.reduce((sum, embed) => sum + JSON.stringify(embed).length, 0);
  if (embedded > 6000) found.push(violation(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'at most 6000'));
  if (v2) {
    for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
      const value = body[field];
      const empty = value === undefined || value === null || value === '';
      if (!empty && !(Array.isArray(value) && value.length === 0)) {
        found.push(violation([field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', 'not with V2'));
      }
    }
    const all = flattened(components);
    if (all.length > 40)
      found.push(violation(['components'], 'BASE_TYPE_BAD_LENGTH', `40 components, got ${all.length}`));
    const text = all.reduce((sum, component) => sum + (component.content?.length ?? 0), 0);
    if (text > 4000)
      found.push(violation(['components'], 'COMPONENT_TEXT_TOO_LONG', `4000 characters, got ${text}`));
    if (all.length === 0) found.push(violation([], 'MESSAGE_EMPTY', 'Cannot send an empty message'));
  } else {
    if (flattened(components).some(({ type }) => type >= TYPE.section)) {
      found.push(violation(['components'], 'UNION_TYPE_CHOICES', 'needs the IS_COMPONENTS_V2 flag'));
    }
    if (components.length > 5)
      found.push(violation(['components'], 'BASE_TYPE_BAD_LENGTH', 'at most 5 rows'));
    if (content === '' && embeds.length === 0 && components.length === 0) {
      found.push(violation([], 'MESSAGE_EMPTY', 'Cannot send an empty message'));
    }
  }
  return found;
}

function uniqueIds(components: readonly Component[]): Violation[] {
  const seen = new Set<string>();
  return flattened(components).flatMap(({ custom_id: id }) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [violation(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', `twice in a message: ${id}`)];
  });
}

const checkAt =
  (path: Path) =>
  (component: Component, index: number): Violation[] => {
    const here = [...path, index];
    return [
      ...checkComponent(component, here),
      ...(component.components ?? []).flatMap(checkAt([...here, 'components'])),
    ];
  };

const LINK = 5;

function checkComponent(component: Component, path: Path): Violation[] {
  const found: Violation[] = [];
  const { type, custom_id: id, label = '', url, style, content } = component;
  const children = component.components?.length ?? 0;
  if (type === TYPE.text && (content === undefined || content.trim() === '')) {
    found.push(violation([...path, 'content'], 'BASE_TYPE_REQUIRED', 'text without text'));
  }
  if (type === TYPE.row && (children < 1 || children > 5)) {
    found.push(
      violation([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', `1 to 5 in a row, got ${children}`),
    );
  }
  if (type === TYPE.container && children < 1) {
    found.push(violation([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', 'an empty container'));
  }
  if (type === TYPE.button) {
    if (label.length > 80)
      found.push(violation([...path, 'label'], 'BASE_TYPE_MAX_LENGTH', 'at most 80 characters'));
    if (label === '' && component.emoji === undefined) {
      found.push(violation([...path, 'label'], 'BUTTON_COMPONENT_EMPTY', 'a button without words'));
    }
    if (style === LINK) {
      if (url === undefined || !/^(https?|discord):\/\//.test(url) || url.length > 512) {
        found.push(violation([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', `not a web address: ${url}`));
      }
    } else if (id === undefined || id.length < 1 || id.length > 100) {
      found.push(violation([...path, 'custom_id'], 'BASE_TYPE_BAD_LENGTH', `1 to 100, got ${id?.length}`));
    }
  }
  return found;
}

/** Only the EPHEMERAL flag may go with a deferral. */
export const deferViolations = (body: Body): Violation[] => {
  const flags = isBody(body.data) && typeof body.data.flags === 'number' ? body.data.flags : 0;
  return (flags & ~FLAGS.ephemeral) === 0
    ? []
    : [violation(['data', 'flags'], 'BITFIELD_VALUE_INVALID', `a deferral cannot carry flags ${flags}`)];
};

export function choiceViolations(body: Body): Violation[] {
  const choices = isBody(body.data) && Array.isArray(body.data.choices) ? body.data.choices : [];
  const found =
    choices.length > 25
      ? [violation(['data', 'choices'], 'BASE_TYPE_MAX_LENGTH', `25 choices, got ${choices.length}`)]
      : [];
  const inBounds = (text: unknown): boolean =>
    typeof text === 'string' && text.length >= 1 && text.length <= 100;
  choices.filter(isBody).forEach(({ name, value }, index) => {
    const path = ['data', 'choices', index];
    if (!inBounds(name)) found.push(violation([...path, 'name'], 'BASE_TYPE_BAD_LENGTH', '1 to 100'));
    if (typeof value === 'string' && !inBounds(value)) {
      found.push(violation([...path, 'value'], 'BASE_TYPE_BAD_LENGTH', '1 to 100'));
    }
  });
  return found;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function commandViolations(commands: readonly Body[]): Violation[] {
  const found: Violation[] = [];
  if (commands.length > 100) found.push(violation([], 'BASE_TYPE_MAX_LENGTH', 'at most 100 commands'));
  commands.forEach((command, at) => {
    const options = Array.isArray(command.options) ? command.options.filter(isBody) : [];
    [command, ...options].forEach(({ name, description }, index) => {
      const path = index === 0 ? [at] : [at, 'options', index - 1];
      if (typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase()) {
        found.push(violation([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', `name: ${name}`));
      }
      if (typeof description !== 'string' || description.length < 1 || description.length > 100) {
        found.push(violation([...path, 'description'], 'BASE_TYPE_BAD_LENGTH', '1 to 100 characters'));
      }
    });
    const firstOptional = options.findIndex(({ required }) => required !== true);
    if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true)) {
      found.push(
        violation([at, 'options'], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'required first'),
      );
    }
    if (options.length > 25) found.push(violation([at, 'options'], 'BASE_TYPE_MAX_LENGTH', 'at most 25'));
    options.forEach(({ max_length: max, choices, autocomplete }, index) => {
      const path = [at, 'options', index];
      if (typeof max === 'number' && (max < 1 || max > 6000)) {
        found.push(violation([...path, 'max_length'], 'NUMBER_TYPE_MAX', '1 to 6000'));
      }
      if (autocomplete === true && choices !== undefined) {
        found.push(violation(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'not with choices'));
      }
    });
  });
  return found;
}
