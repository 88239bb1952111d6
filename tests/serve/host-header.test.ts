// Which names a server answers to.
import { describe, expect, it } from 'vitest';
import { isOwnHost } from '../../src/serve/host-header.ts';

describe('a server on the loopback address', () => {
  it.each(['127.0.0.1:4321', '127.0.0.1', 'localhost:4321', 'LOCALHOST', '[::1]:80'])(
    'answers to %s',
    (header) => {
      expect(isOwnHost(header, '127.0.0.1')).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4321',
    'localhost.evil.example',
    'localhost@evil.example',
    'evil.example/localhost',
    'localhost:4321:80',
    '[evil]',
    '127.0.0.1.evil.example',
    ' localhost',
  ])('refuses %s', (header) => {
    expect(isOwnHost(header, '127.0.0.1')).toBe(false);
  });

  it('answers to the other loopback address that it was bound to', () => {
    expect(isOwnHost('127.0.0.2:80', '127.0.0.2')).toBe(true);
    expect(isOwnHost('127.0.0.2:80', '127.0.0.1')).toBe(false);
  });
});

describe('a server that the network reaches', () => {
  it('answers to every name, since it can’t know its own', () => {
    expect(isOwnHost('kb.intranet:4321', '0.0.0.0')).toBe(true);
  });
});
