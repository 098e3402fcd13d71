import { embedViolations } from './embed-limits.ts';
import type { Violation } from './errors.ts';
import { type Body, type Component, componentsOf, FLAGS, flattened, isBody, TYPE } from './shapes.ts';

export { commandViolations } from './command-limits.ts';

type Path = readonly (string | number)[];

const violation = (path: Path, code: string, message: string): Violation => ({ path, code, message });

/** Discord's rules for a message that its API description does not hold. */
export function messageViolations(body: Body, { isV2 = false }: { isV2?: boolean } = {}): Violation[] {
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const v2 = isV2 || (flags & FLAGS.componentsV2) !== 0;
  const components = componentsOf(body);
  const content = typeof body.content === 'string' ? body.content : '';
  const embeds = Array.isArray(body.embeds) ? body.embeds.filter(isBody) : [];
  const found: Violation[] = [
    ...uniqueIds(components),
    ...components.flatMap(checkAt(['components'])),
    ...embedViolations(embeds),
  ];
  if (content.length > 2000) found.push(violation(['content'], 'BASE_TYPE_MAX_LENGTH', 'at most 2000'));
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
    } else if (components.some(({ type }) => type !== TYPE.row)) {
      found.push(violation(['components'], 'UNION_TYPE_CHOICES', 'what stands outside of a row is no row'));
    }
    if (components.length > 5)
      found.push(violation(['components'], 'BASE_TYPE_BAD_LENGTH', 'at most 5 rows'));
    if (content.trim() === '' && embeds.length === 0 && components.length === 0) {
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
      ...(component.accessory === undefined
        ? []
        : checkComponent(component.accessory, [...here, 'accessory'])),
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

/** What may go with a message to a channel: it is for everybody there. */
const CHANNEL_FLAGS = FLAGS.suppressEmbeds | FLAGS.suppressNotifications | FLAGS.componentsV2;

export const channelFlagViolations = ({ flags }: Body): Violation[] =>
  typeof flags !== 'number' || (flags & ~CHANNEL_FLAGS) === 0
    ? []
    : [violation(['flags'], 'BITFIELD_VALUE_INVALID', `a channel’s message cannot carry flags ${flags}`)];

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
