// The fields of `serve` in `kb.config.yaml`: what `kb serve` keeps, whom it believes, and how much it takes.
import { isIP } from 'node:net';
import * as z from 'zod';
import type { Expectations } from './schema-issue.ts';
import { lastingPeriod } from './value-schemas.ts';

/** An address or a network, as `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** An origin as browsers send it (RFC 6454, section 7); `null` is that of a page opened from a folder. */
function isOrigin(text: string): boolean {
  if (text === 'null') return true;
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

const retention = z.strictObject({
  feedback: lastingPeriod.default({ amount: 1, unit: 'y' }),
  receipts: lastingPeriod.default({ amount: 2, unit: 'y' }),
  usage: lastingPeriod.default({ amount: 90, unit: 'd' }),
});

export const serveSchema = z.strictObject({
  retention: retention.prefault({}),
  trusted_proxies: z.array(z.string().refine(isNetwork)).default([]),
  reader_header: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .default('X-Remote-User'),
  origins: z.array(z.string().refine(isOrigin)).default([]),
  rate: z.int().min(1).max(1_000_000).default(120),
  max_megabytes: z.int().min(1).max(100_000).default(1000),
});

/** Keys allowed at each path of `serve`. */
export const serveKeys: Readonly<Record<string, readonly string[]>> = {
  serve: Object.keys(serveSchema.shape),
  'serve.retention': Object.keys(retention.shape),
};

const period = {
  fr: 'une durée d’au moins 1d, comme 90d ou 1y',
  en: 'a period of at least 1d, such as 90d or 1y',
};

export const serveExpectations: Expectations = {
  'serve.retention.feedback': period,
  'serve.retention.receipts': period,
  'serve.retention.usage': period,
  'serve.trusted_proxies': {
    fr: 'une liste d’adresses, comme [127.0.0.1, 10.0.0.0/8]',
    en: 'a list of addresses, such as [127.0.0.1, 10.0.0.0/8]',
  },
  'serve.trusted_proxies.*': {
    fr: 'une adresse IP ou un réseau, comme 127.0.0.1 ou 10.0.0.0/8',
    en: 'an IP address or a network, such as 127.0.0.1 or 10.0.0.0/8',
  },
  'serve.reader_header': {
    fr: 'un nom d’en-tête, comme X-Remote-User',
    en: 'a header’s name, such as X-Remote-User',
  },
  'serve.origins': {
    fr: 'une liste d’adresses, comme [https://kb.exemple.fr]',
    en: 'a list of addresses, such as [https://kb.example.org]',
  },
  'serve.origins.*': {
    fr: 'une adresse sans chemin, comme https://kb.exemple.fr, ou "null"',
    en: 'an address without a path, such as https://kb.example.org, or "null"',
  },
  'serve.rate': {
    fr: 'un nombre de requêtes par minute, à partir de 1',
    en: 'a number of requests a minute, from 1',
  },
  'serve.max_megabytes': {
    fr: 'un nombre de mégaoctets, à partir de 1',
    en: 'a number of megabytes, from 1',
  },
};
