/** Discord's limits, in UTF-16 units where they count text. Source: Discord's developer documentation. */

/** Over a whole Components V2 message: containers, texts, rows and each of their buttons. */
export const COMPONENTS_PER_MESSAGE = 40;
/** Over all texts of a Components V2 message. */
export const TEXT_PER_MESSAGE = 4000;
/** Embeds of a message, the text of one, and over all of them. */
export const EMBEDS = 10;
export const TEXT_PER_EMBED = 4096;
export const EMBED_TEXT_PER_MESSAGE = 6000;
export const BUTTONS_PER_ROW = 5;
export const BUTTON_LABEL = 80;
export const CUSTOM_ID = 100;
export const BUTTON_URL = 512;

export const CHOICES = 25;
export const CHOICE_TEXT = 100;

export const OPTIONS_PER_COMMAND = 25;
export const OPTION_TEXT = 6000;
export const DESCRIPTION = 100;
export const COMMANDS = 100;
export const MENUS = 5;
export const MENU_NAME = /^.{1,32}$/su;
/** Name, description, options and their choices of one command together. */
export const COMMAND_TEXT = 8000;
export const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
