// @ts-check
// The log's second copy, in IndexedDB: it has more room than localStorage, and what is written survives a crash.
// Browsers write localStorage to the disk up to a minute late.

const LISTS = "lists";

/** @typedef {[key: string, text: string]} List */

/** @returns {Promise<IDBDatabase>} fails where a browser has no database, or refuses it */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("flashcards", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(LISTS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = reject;
  });
}

/**
 * What a promise gives, or nothing where it takes longer: a database may never answer.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} time in milliseconds
 * @returns {Promise<T | undefined>}
 */
export function within(promise, time) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, time))]);
}

export class Database {
  /** @type {Promise<IDBDatabase> | undefined} */
  #opened;

  /**
   * Write lists.
   * @param {List[]} lists
   * @returns {Promise<boolean>} whether they are on the disk
   */
  put(lists) {
    return this.use((store) => lists.forEach(([key, text]) => store.put(text, key)));
  }

  /**
   * Do something in one transaction. Browsers close a connection as they like, so try a second time.
   * @param {(store: IDBObjectStore) => void} work
   * @returns {Promise<boolean>} whether all that it has written is on the disk
   */
  async use(work, again = true) {
    try {
      this.#opened ??= open();
      const transaction = (await this.#opened).transaction(LISTS, "readwrite", { durability: "strict" });
      work(transaction.objectStore(LISTS));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      return true;
    } catch {
      this.#opened = undefined;
      return again && this.use(work, false);
    }
  }
}
