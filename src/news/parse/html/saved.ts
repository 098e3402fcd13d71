/** Browsers write it above a page, or right below its beginning. */
const WRITTEN_WITHIN = 4096;

/**
 * The address that a browser wrote into a page when it saved it: `<!-- saved from url=(0031)https://… -->`, or
 * SingleFile's `<!-- Page saved with SingleFile url: https://… -->`.
 */
export const savedFrom = (page: string): string | undefined =>
  /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/[^\s<>]+)/i.exec(
    page.slice(0, WRITTEN_WITHIN),
  )?.[1];
