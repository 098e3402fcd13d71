import { describe, expect, it } from 'vitest';
import { addressesIn } from '../../src/intake/typed-address.ts';

describe('the addresses in what somebody typed', () => {
  it.each<[string, readonly string[]]>([
    ['https://courier.example/ferry', ['https://courier.example/ferry']],
    ['courier.example/ferry', ['https://courier.example/ferry']],
    ['www.courier.example', ['https://www.courier.example']],
    ['<www.courier.example/a?b=1>', ['https://www.courier.example/a?b=1']],
    ['courier.example:8080/a', ['https://courier.example:8080/a']],
    ['(see https://courier.example/ferry_(boat))', ['https://courier.example/ferry_(boat)']],
    ['“https://courier.example/ferry.”', ['https://courier.example/ferry']],
    ['https://a.example/1 and https://a.example/2', ['https://a.example/1', 'https://a.example/2']],
    ['http://[::1]/ferry', ['http://[::1]/ferry']],
    ['/etc/passwd', []],
    ['file:///etc/passwd', []],
    ['ftp://courier.example/ferry', []],
    ['the ferry', []],
    ['noor@courier.example', []],
    ['', []],
  ])('of %j are %j', (typed, found) => {
    expect(addressesIn(typed)).toEqual(found);
  });
});
