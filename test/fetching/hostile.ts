/** Addresses that no stranger may make us ask, each in every notation that some program somewhere understands. */
export interface Hostile {
  readonly what: string;
  readonly url: string;
}

/** One or two out of each range that is not the public Internet's. */
export const INNER_IPV4: readonly string[] = [
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.254',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.1.2.3',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.254',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
];

export const INNER_IPV6: readonly string[] = [
  '::',
  '::1',
  '100::1',
  '2001:10::1',
  '2001:20::1',
  '2001:2::1',
  '2001:db8::1',
  '3fff::1',
  '4000::1',
  '5f00::1',
  '64:ff9b:1::5db8:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

const octets = (address: string): readonly [number, number, number, number] =>
  address.split('.').map(Number) as [number, number, number, number];
const hex = (value: number, digits = 1): string => value.toString(16).padStart(digits, '0');

/** `a.b.c.d` as two groups of IPv6. */
const groups = (address: string): string => {
  const [a, b, c, d] = octets(address);
  return `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
};
const flipped = (address: string): string =>
  octets(address)
    .map((octet) => 255 - octet)
    .join('.');

/** How the host of a URL may be written that stands for an IPv4 address. */
export const NOTATIONS: Readonly<Record<string, (address: string) => string>> = {
  dotted: (address) => address,
  'dotted with a last dot': (address) => `${address}.`,
  decimal: (address) => String(octets(address).reduce((sum, octet) => sum * 256 + octet, 0)),
  hexadecimal: (address) =>
    `0x${octets(address)
      .map((octet) => hex(octet, 2))
      .join('')}`,
  'octal by octet': (address) =>
    octets(address)
      .map((octet) => `0${octet.toString(8)}`)
      .join('.'),
  'hexadecimal by octet': (address) =>
    octets(address)
      .map((octet) => `0X${hex(octet)}`)
      .join('.'),
  'in two parts': (address) => {
    const [a, b, c, d] = octets(address);
    return `${a}.${(b * 256 + c) * 256 + d}`;
  },
  'in three parts of three kinds': (address) => {
    const [a, b, c, d] = octets(address);
    return `0x${hex(a)}.0${b.toString(8)}.${c * 256 + d}`;
  },
  'percent-encoded': (address) => [...address].map((letter) => `%${hex(letter.charCodeAt(0), 2)}`).join(''),
  'in full-width digits': (address) =>
    [...address].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  'with ideographic dots': (address) => address.replaceAll('.', '。'),
  'with a soft hyphen in it': (address) => address.replace('.', '\u00ad.'),
  'IPv4-mapped': (address) => `[::ffff:${address}]`,
  'IPv4-mapped in hexadecimal': (address) => `[0:0:0:0:0:FFFF:${groups(address)}]`,
  'IPv4-compatible': (address) => `[::${address}]`,
  'IPv4-translated': (address) => `[::ffff:0:${address}]`,
  NAT64: (address) => `[64:ff9b::${address}]`,
  'NAT64 of one network': (address) => `[64:ff9b:1::${address}]`,
  '6to4': (address) => `[2002:${groups(address)}::1]`,
  Teredo: (address) => `[2001:0:${groups('65.54.227.120')}:8000:63bf:${groups(flipped(address))}]`,
  ISATAP: (address) => `[2a00:1450:4001:812:0:5efe:${groups(address)}]`,
};

const WRAPPINGS: readonly ((host: string) => string)[] = [
  (host) => `http://news.example@${host}/`,
  (host) => `http://news.example:80@${host}/`,
  (host) => `http:\\\\${host}\\`,
  (host) => `http:/${host}/`,
  (host) => `HTTP:${host}`,
  (host) => `ht\ttp://${host}/`,
  (host) => `\u0001 http://${host}/ `,
  (host) => `https://${host}:8443/#@news.example/`,
  (host) => `http://${host}?@news.example/`,
];

const NAMES: readonly string[] = [
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://ⓛocalhost/',
  'http://loc\u00adalhost/',
  'http://a.localhost/',
  'http://localhost.localdomain/',
  'http://printer.local/',
  'http://printer.local./',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://metadata/',
  'http://router.home.arpa/',
  'http://nas.lan/',
  'http://intranet/',
  'http://./',
  'http://a..example/',
  'http://127.0.0.1../',
  'http://news.example../',
  'http://-a.example/',
  `http://${'a'.repeat(64)}.example/`,
  `http://${'a.'.repeat(130)}example/`,
];

const NO_PAGES: readonly string[] = [
  '',
  ' ',
  'news.example/story',
  '//127.0.0.1/',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:70/_GET',
  'dict://127.0.0.1:11211/stat',
  'ldap://127.0.0.1/',
  'data:text/html,<p>Hello</p>',
  'javascript:alert(1)',
  'blob:http://127.0.0.1/7d2c',
  'ws://127.0.0.1/',
  'wss://127.0.0.1/',
  'view-source:http://127.0.0.1/',
  'about:blank',
  'mailto:desk@news.example',
  'unix:/var/run/docker.sock',
  'http://',
  'http://[::1',
  'http://[fe80::1%25eth0]/',
  'http://256.1.1.1/',
  'http://127.0.0.1:99999/',
  `http://news.example/${'a'.repeat(5_000)}`,
];

const PORTS: readonly string[] = [0, 22, 25, 53, 110, 143, 389, 587, 993, 2049, 6000, 6667, 10080].map(
  (port) => `http://news.example:${port}/`,
);

const PASSWORDS: readonly string[] = ['http://desk@news.example/', 'https://desk:secret@news.example/'];

export const HOSTILE: readonly Hostile[] = [
  ...INNER_IPV4.flatMap((address) =>
    Object.entries(NOTATIONS).map(([what, write]) => ({
      what: `${address}, ${what}`,
      url: `http://${write(address)}/`,
    })),
  ),
  ...INNER_IPV6.flatMap((address) => [
    { what: address, url: `http://[${address}]/` },
    { what: `${address} in full`, url: `https://[${inFull(address).toUpperCase()}]:8080/` },
  ]),
  ...['127.0.0.1', '10.0.0.1', '[::1]', 'localhost'].flatMap((host) =>
    WRAPPINGS.map((wrap) => ({ what: 'a host that is hard to see', url: wrap(host) })),
  ),
  ...NAMES.map((url) => ({ what: 'a name of one network', url })),
  ...NO_PAGES.map((url) => ({ what: 'no web page', url })),
  ...PORTS.map((url) => ({ what: 'a port of something else', url })),
  ...PASSWORDS.map((url) => ({ what: 'a password', url })),
];

/** `fe80::1` → `fe80:0000:…:0001`. */
function inFull(address: string): string {
  const [before = '', after = ''] = address.split('::');
  const parts = (side: string): readonly string[] => (side === '' ? [] : side.split(':'));
  const missing = 8 - parts(before).length - parts(after).length;
  return [...parts(before), ...Array.from({ length: missing }, () => '0'), ...parts(after)]
    .map((part) => part.padStart(4, '0'))
    .join(':');
}

/** What a name may be made to stand for. */
export const HOSTILE_RESOLUTIONS: readonly (readonly string[])[] = [
  ...INNER_IPV4.map((address) => [address]),
  ...INNER_IPV6.map((address) => [address]),
  ...INNER_IPV4.slice(0, 6).map((address) => [`::ffff:${address}`]),
  ['93.184.215.14', '10.0.0.1'],
  ['10.0.0.1', '93.184.215.14'],
  ['2a00:1450:4001:812::200e', '::1'],
  ['93.184.215.14', '2a00:1450:4001:812::200e', 'fd00::1'],
  ['fe80::1%eth0'],
  ['2a00:1450:4001:812::200e%lo'],
  ['0177.0.0.1'],
  ['0x7f000001'],
  ['2130706433'],
  ['127.1'],
  ['localhost'],
  [''],
];
