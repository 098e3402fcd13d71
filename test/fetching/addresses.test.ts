import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopback, isPublic } from '../../src/fetching/addresses.ts';
import { readWebAddress } from '../../src/fetching/web-address.ts';
import { INNER_IPV4, INNER_IPV6, NOTATIONS } from './hostile.ts';

/** What is not the public Internet's, written down a second time: first and last address of each range. */
const INNER: readonly (readonly [first: string, last: string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
];

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
const dotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
const isInner = (value: number): boolean =>
  INNER.some(([first, last]) => value >= numberOf(first) && value <= numberOf(last));

const inner = fc
  .constantFrom(...INNER)
  .chain(([first, last]) => fc.integer({ min: numberOf(first), max: numberOf(last) }))
  .map(dotted);
const outer = fc
  .integer({ min: 0, max: 2 ** 32 - 1 })
  .filter((value) => !isInner(value))
  .map(dotted);
const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));

describe('the public Internet', () => {
  it.each(INNER)('has no address from %s to %s, and has those on both sides of it', (first, last) => {
    const [from, to] = [numberOf(first), numberOf(last)];
    expect([from, to].map((value) => isPublic(dotted(value)))).toEqual([false, false]);
    for (const value of [from - 1, to + 1])
      if (value >= 0 && value < 2 ** 32) expect(isPublic(dotted(value))).toBe(!isInner(value));
  });

  it.each([...INNER_IPV4, ...INNER_IPV6])('does not have %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each([
    '93.184.215.14',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:812::200e',
    '64:ff9b::5db8:d70e',
  ])('has %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    '',
    'localhost',
    '0177.0.0.1',
    '1.1',
    '16843009',
    '0x1.1.1.1',
    ' 1.1.1.1',
    '1.1.1.1 ',
    '[::1]',
    '2606::1%eth0',
  ])('has no address that is written %j', (text) => {
    expect(isPublic(text)).toBe(false);
  });

  it('has every IPv4 address that is in no range of its own, and none that is', () => {
    fc.assert(fc.property(outer, (address) => isPublic(address)));
    fc.assert(fc.property(inner, (address) => !isPublic(address)));
  });

  it('has nothing of IPv6 outside of 2000::/3 but what NAT64 leads to', () => {
    const rest = fc.array(group, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(group, rest, (first, others) => {
        const isGlobal = Number.parseInt(first, 16) >> 13 === 1;
        fc.pre(!isGlobal && first !== '64');
        return !isPublic([first, ...others].join(':'));
      }),
    );
  });

  it('has of IPv6 all that is handed out to networks', () => {
    const rest = fc.array(group, { minLength: 7, maxLength: 7 }).filter((groups) => groups[4] !== '5efe');
    fc.assert(
      fc.property(fc.constantFrom('2400', '2600', '2800', '2a00', '2c00'), rest, (first, others) =>
        isPublic([first, ...others].join(':')),
      ),
    );
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'])('is %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each([
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '::',
    '0.0.0.0',
    '128.0.0.1',
    '64:ff9b::7f00:1',
    'localhost',
    '127.1',
  ])('is not %s', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});

describe('an address on the public Internet', () => {
  const notations = fc.constantFrom(...Object.values(NOTATIONS));
  const bounds = fc.record({ allowLoopback: fc.boolean() });

  it('is never an inner one, however it is written', () => {
    fc.assert(
      fc.property(inner, notations, bounds, (address, write, { allowLoopback }) => {
        fc.pre(!(allowLoopback && address.startsWith('127.')));
        expect(() => readWebAddress(`http://${write(address)}/`, { allowLoopback })).toThrow(/public/);
      }),
    );
  });

  it('is read in every notation that browsers know', () => {
    const known = [
      'dotted',
      'decimal',
      'hexadecimal',
      'octal by octet',
      'in two parts',
      'in full-width digits',
    ];
    fc.assert(
      fc.property(outer, fc.constantFrom(...known), (address, name) => {
        const url = readWebAddress(`http://${NOTATIONS[name]!(address)}/`, { allowLoopback: false });
        expect(url.hostname).toBe(address);
      }),
    );
  });
});
