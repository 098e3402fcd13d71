/** The YAML between the two lines `---` that a file may begin with, and where the text below it begins. */
export interface FrontMatter {
  readonly yaml: string;
  readonly end: number;
}

/** undefined where there is none, or none that ends. */
export function frontMatterIn(contents: string): FrontMatter | undefined {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(contents);
  return match === null ? undefined : { yaml: match[1] ?? '', end: match[0].length };
}
