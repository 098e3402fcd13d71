/** Words at a place. Sizes and places are in points, from the left and from the top of the page. */
export interface SetText {
  readonly text: string;
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Runs up the page, as credits beside pictures do. */
  readonly upwards?: boolean;
}

export interface PrintedPage {
  readonly texts: readonly SetText[];
  /** A grey square, as a scanner would leave it. */
  readonly picture?: boolean;
  /** In degrees, clockwise: how a viewer turns the page. */
  readonly turned?: 0 | 90;
}

export interface Printing {
  readonly title?: string;
  /** Asks for a password that nobody knows. */
  readonly locked?: boolean;
}

export const PAGE = { width: 612, height: 792 } as const;

/** Just enough of PDF 1.4 to print a newspaper in Helvetica: no compression, one font in two weights. */
export function writePdf(
  pages: readonly PrintedPage[],
  { title, locked = false }: Printing = {},
): Uint8Array {
  const firstPage = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Producer (a test) /CreationDate (D:20310304080000Z)${title === undefined ? '' : ` /Title ${literal(title)}`} >>`,
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Rotate ${page.turned ?? 0} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      stream([...(page.picture ? ['0.5 g 72 72 400 600 re f'] : []), ...page.texts.map(shown)].join('\n')),
    ]),
  ];
  if (locked) {
    const secret = '7'.repeat(64);
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -44 >>`);
  }
  return assembled(objects, locked ? ` /Encrypt ${objects.length} 0 R /ID [<77> <77>]` : '');
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

const stream = (operators: string): string =>
  `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`;

/** The signs 1 to 3 are ligatures and the hyphen U+2010, which Windows has not. */
const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi 2 /fl 3 /uni2010] >> >>`;

const shown = ({ text, x, y, size = 10, bold = false, upwards = false }: SetText): string =>
  `BT /F${bold ? 2 : 1} ${size} Tf ${upwards ? '0 1 -1 0' : '1 0 0 1'} ${x} ${PAGE.height - y} Tm ${literal(text)} Tj ET`;

const literal = (text: string): string => `(${winAnsi(text).replace(/[\\()]/g, (sign) => `\\${sign}`)})`;

const WINDOWS_SIGNS: Readonly<Record<string, number>> = {
  ...{ '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 },
  ...{ ﬁ: 1, ﬂ: 2, '‐': 3 },
};

/** One byte a sign, as a string of such signs. */
const winAnsi = (text: string): string =>
  Array.from(text, (sign) => {
    const byte = WINDOWS_SIGNS[sign] ?? sign.charCodeAt(0);
    if (byte > 255) throw new Error(`Helvetica has no ${sign}`);
    return String.fromCharCode(byte);
  }).join('');
