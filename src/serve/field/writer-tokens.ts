// Tokens by which writers and their machines pull: made of 256 random bits, shown once, kept as a hash.
import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '../../model/problem.ts';
import type { FieldDatabase } from './field-database.ts';

export interface WriterToken {
  readonly name: string;
  /** The day on which it was made, as an ISO instant. */
  readonly created: string;
}

/** A secret of 256 bits needs no salt and no slow hash: there is no list to guess it from. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a token and returns it; nobody can read it again. Raises a `Problem` where the name is taken. */
export function createToken({ sql, write, file }: FieldDatabase, name: string, created: string): string {
  const token = `kbt_${randomBytes(32).toString('base64url')}`;
  const added = write(() =>
    sql
      .prepare('INSERT INTO tokens (name, hash, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(name, hashToken(token), created),
  );
  if (added.changes === 1) return token;
  throw new Problem(
    {
      fr: `Jeton « ${name} » déjà pris ; choisissez un autre nom, ou révoquez-le d’abord`,
      en: `The token \`${name}\` exists already; choose another name, or revoke it first`,
    },
    file,
  );
}

export function listTokens({ sql }: FieldDatabase): readonly WriterToken[] {
  return sql.prepare('SELECT name, created FROM tokens ORDER BY name').all() as WriterToken[];
}

/** Raises a `Problem` where there is no token of that name. */
export function revokeToken({ sql, write, file }: FieldDatabase, name: string): void {
  const removed = write(() => sql.prepare('DELETE FROM tokens WHERE name = ?').run(name));
  if (removed.changes === 1) return;
  throw new Problem(
    {
      fr: `Aucun jeton « ${name} » ; « kb serve token list » donne les noms`,
      en: `No token \`${name}\`; \`kb serve token list\` gives the names`,
    },
    file,
  );
}

/** The name of the token in an `Authorization` header (RFC 6750, section 2.1); undefined where it is none that is known. */
export function tokenOf({ sql }: FieldDatabase, header: string | undefined): string | undefined {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(header ?? '')?.[1];
  if (token === undefined) return undefined;
  const [row] = sql.prepare('SELECT name FROM tokens WHERE hash = ?').all(hashToken(token)) as WriterToken[];
  return row?.name;
}
