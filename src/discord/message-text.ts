import { type APIMessage, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { ownButton } from './own-buttons.ts';

/** What a person wrote, or what a bot's message shows, as plain words: for asking and checking. */
export const plainText = ({
  content,
  embeds = [],
  components = [],
}: Pick<APIMessage, 'content'> & Partial<Pick<APIMessage, 'embeds' | 'components'>>): string =>
  withoutMarks(
    [content, ...embeds.map(({ description = '' }) => description), ...components.flatMap(textsIn)]
      .filter((text) => text.trim() !== '')
      .join('\n'),
  );

/** `<@1>`, `<@&1>`, `<#1>`, `<:name:1>`, `<t:1:R>`, `</ask:1>`. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>/g;
const MASKED_LINK = /\[([^\]\n]+)\]\(<?https?:\/\/[^)\s]*>?\)/g;
const LINE_MARKS = /^(?:\s*(?:>>>|>|-#|#{1,3}|[-*+])\s+)+/gm;
/** Emphasis, spoilers and code stand in pairs around words; a single `*` or `_` is somebody's own. */
const PAIRED = /(\*\*\*|\*\*|\*|___|__|~~|\|\||```|`)(?=\S)([^\n]*?\S)\1/g;
/** Not inside of words: `snake_case_name`. */
const UNDERLINED = /(?<![\p{L}\p{N}_])_(?=\S)([^\n_]*[^\s_])_(?![\p{L}\p{N}_])/gu;
/** An escaped mark is a mark that shows; meanwhile it stands in Unicode's private area. */
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ESCAPED = /[\ue000-\ue07f]/g;
const PRIVATE_AREA = 0xe000;

/** Discord's marks taken away, as a reader sees it: "> **We** cannot" → "We cannot". */
export function withoutMarks(markdown: string): string {
  let text = markdown
    .replace(ESCAPED, '')
    .replace(ESCAPE, (_, mark: string) => String.fromCharCode(PRIVATE_AREA + mark.charCodeAt(0)))
    .replace(MARKUP, ' ')
    .replace(MASKED_LINK, '$1')
    .replace(LINE_MARKS, '');
  // Pairs may stand in pairs; three deep is as far as people go.
  for (let depth = 0; depth < 3; depth += 1) text = text.replace(PAIRED, '$2').replace(UNDERLINED, '$1');
  return text
    .replace(ESCAPED, (mark) => String.fromCharCode(mark.charCodeAt(0) - PRIVATE_AREA))
    .replace(/\s+/g, ' ')
    .trim();
}

const textsIn = (component: APIMessageTopLevelComponent): readonly string[] => {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return component.type === ComponentType.Container
    ? component.components.flatMap((inner) =>
        inner.type === ComponentType.TextDisplay ? [inner.content] : [],
      )
    : [];
};

/** Whoever an answer of ours was given to, as its button tells. */
export function askerOfMessage({
  components = [],
  interaction_metadata: asked,
}: Pick<APIMessage, 'components' | 'interaction_metadata'>): string | undefined {
  const rows = components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  for (const row of rows) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const button of row.components) {
      const own = 'custom_id' in button ? ownButton(button.custom_id) : undefined;
      if (own !== undefined && 'asker' in own && own.asker !== '') return own.asker;
    }
  }
  return asked?.user.id;
}

/** How the question that a message of ours answers was understood, where it says so. */
export const understoodIn = (message: Shown): string | undefined => {
  const line = linesIn(message).find((one) => one.startsWith('-# ↳ '));
  return line === undefined ? undefined : withoutMarks(line.slice('-# ↳ '.length));
};

/** The line above an answer of ours that says what was asked, in markdown; undefined where there is none. */
export function questionAbove(message: Shown): string | undefined {
  const [line = ''] = linesIn(message);
  return /^-# (?!↳)/.test(line) ? line : undefined;
}

type Shown = Partial<Pick<APIMessage, 'embeds' | 'components'>>;

const linesIn = ({ embeds = [], components = [] }: Shown): readonly string[] =>
  [...embeds.map(({ description = '' }) => description), ...components.flatMap(textsIn)].flatMap((text) =>
    text.split('\n'),
  );
