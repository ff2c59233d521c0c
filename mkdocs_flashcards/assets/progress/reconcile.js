// @ts-check
import { readLines } from "./event.js";

/**
 * Bring the two copies of the log together: what either lacks, it gets from the other.
 * @param {ProgressStore} store
 * @returns {Promise<LogEvent[]>} the events that only the database had
 */
export async function reconcile(store) {
  /** @type {LogEvent[]} */
  const found = [];
  const isThere = await store.database.use((lists) => {
    const all = IDBKeyRange.bound(store.prefix, store.prefix + "\uffff");
    const [keys, texts] = [lists.getAllKeys(all), lists.getAll(all)];
    // In one transaction, so that what another tab writes meanwhile comes before or after.
    texts.onsuccess = () => {
      const kept = new Map(keys.result.map((key, at) => [String(key).slice(store.prefix.length), String(texts.result[at])]));
      for (const [name, text] of store.missing(kept)) {
        found.push(...readLines(name, text).events);
        store.addList(name, text);
      }
      for (const [name, text] of store.lists()) if (kept.get(name) !== text) lists.put(text, store.prefix + name);
    };
  });
  if (!isThere && store.isRefused) store.problem = "refused";
  return found;
}
