import { type Component, FLAGS, TYPE } from '../loopback/shapes.ts';
import { blocksHtml, escapeHtml } from './markdown.ts';
import { STYLE } from './style.ts';

/** A message as it is sent to Discord. */
export interface Body {
  readonly components?: readonly Component[];
  readonly embeds?: readonly { readonly description?: string }[];
  readonly content?: string;
  readonly flags?: number;
}

/** What somebody did, and what they see then. */
export interface Scene {
  /** Also the picture's file name. */
  readonly name: string;
  readonly asked:
    | { readonly by: 'command'; readonly words: string }
    | { readonly by: 'message'; readonly words: string };
  readonly isPrivate: boolean;
  readonly messages: readonly Body[];
}

const ASKER = 'mara';

/** Every scene below the other, each in a section with its name. */
export const pageHtml = (scenes: readonly Scene[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What Discord shows</title><style>${STYLE}</style><body>
${scenes.map(sceneHtml).join('\n')}
</body></html>
`;

const sceneHtml = ({ name, asked, isPrivate, messages }: Scene): string => `<section id="${escapeHtml(name)}">
<div class="title">${escapeHtml(name)}: ${escapeHtml(asked.words)}</div>
<div class="above">${
  asked.by === 'command'
    ? `<b>${ASKER}</b> used <span class="command">${escapeHtml(commandName(asked.words))}</span>`
    : `<b>${ASKER}</b> <span class="mention">@Verbatim</span> ${escapeHtml(asked.words)}`
}</div>
<div class="avatar">V</div><div class="author">Verbatim<i>APP</i><time>09:41</time></div>
${messages.map((body) => `<div class="message">${messageHtml(body)}</div>`).join('\n')}
${isPrivate ? '<div class="foot">Only you can see this · <b>Dismiss message</b></div>' : ''}
</section>`;

/** Discord shows others which command was used, and not what was typed into it. */
const commandName = (words: string): string => words.split(' ')[0] ?? '';

/** The kind of message decides what is shown: Components V2 shows nothing but components. */
function messageHtml({ components = [], embeds = [], content = '', flags = 0 }: Body): string {
  const drawn = components.map(componentHtml).join('');
  if ((flags & FLAGS.componentsV2) !== 0) return drawn;
  const shown = embeds.map(({ description = '' }) => `<div class="embed">${blocksHtml(description)}</div>`);
  return `${content === '' ? '' : blocksHtml(content)}<div class="embeds">${shown.join('')}</div>${drawn}`;
}

function componentHtml(component: Component): string {
  const inner = (component.components ?? []).map(componentHtml).join('');
  switch (component.type) {
    case TYPE.container:
      return `<div class="container">${inner}</div>`;
    case TYPE.text:
      return `<div class="text">${blocksHtml(component.content ?? '')}</div>`;
    case TYPE.separator:
      return '<div class="separator"></div>';
    case TYPE.row:
      return `<div class="row">${inner}</div>`;
    case TYPE.button:
      return buttonHtml(component);
    default:
      throw new Error(`no drawing for a component of type ${component.type}`);
  }
}

const BUTTONS = ['', 'primary', 'secondary', 'success', 'danger', 'leads-out'];
const ARROW =
  '<svg viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M5 2H2v10h10V9M8 2h4v4M12 2 6.5 7.5"/></svg>';

const buttonHtml = ({ style = 2, label = '' }: Component): string =>
  `<div class="button ${BUTTONS[style]}"><span>${escapeHtml(label)}</span>${style === 5 ? ARROW : ''}</div>`;
