// Retention: what has been kept as long as the configuration says is removed from the database.
import type { ServeConfig } from '../../model/config.ts';
import { addPeriod, type IsoDate } from '../../model/iso-date.ts';
import type { FieldDatabase } from './field-database.ts';
import { fieldAreas, fieldKinds } from './item-store.ts';

/** Removes what came longer before `today` than `retention` allows, by the server's own clock; the result counts it. Days of presence are kept as long as counts. */
export function purgeItems(
  { sql, write }: FieldDatabase,
  retention: ServeConfig['retention'],
  today: IsoDate,
): number {
  const days = sql.prepare('SELECT DISTINCT substr(received, 1, 10) AS day FROM items WHERE kind = ?');
  const remove = sql.prepare('DELETE FROM items WHERE kind = ? AND substr(received, 1, 10) = ?');
  return write(() => {
    let removed = 0;
    for (const area of fieldAreas) {
      const kind = fieldKinds[area];
      for (const { day } of days.all(kind) as readonly { readonly day: IsoDate }[])
        if (addPeriod(day, retention[area === 'presence' ? 'usage' : area]) < today)
          removed += remove.run(kind, day).changes;
    }
    return removed;
  });
}
