const EIGHTIES_AND_NINETIES = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/**
 * `TextDecoder` of Node 20.18.3 to 20.20 and of other lines leaves the bytes 0x80 to 0x9F of Windows-1252 as they
 * are (nodejs/node#56542), and with them every curly quotation mark. In text that is right already there is nothing
 * to change.
 */
export const withWindowsSigns = (text: string): string =>
  text.replace(/[\x80-\x9F]/g, (sign) => EIGHTIES_AND_NINETIES[sign.charCodeAt(0) - 0x80] ?? sign);
