/** Drawers of this browser that keep things when the network and the page are gone. */
export interface Store {
  get<T>(drawer: string, key: string): Promise<T | undefined>
  all<T>(drawer: string): Promise<T[]>
  put(drawer: string, key: string, value: unknown): Promise<void>
  remove(drawer: string, key: string): Promise<void>
}

/** The browser's own database. */
export function browserStore(name: string, drawers: string[]): Store {
  let opened: Promise<IDBDatabase> | undefined
  const open = () => (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => drawers.forEach(drawer => request.result.createObjectStore(drawer))
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opened = undefined } // somebody signs out and deletes it
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  }))
  async function ask<T>(drawer: string, mode: IDBTransactionMode, how: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const database = await open()
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(drawer, mode)
      const request = how(transaction.objectStore(drawer))
      transaction.oncomplete = () => resolve(request.result as T)
      transaction.onabort = () => reject(transaction.error ?? request.error)
    })
  }
  return {
    get: (drawer, key) => ask(drawer, 'readonly', store => store.get(key)),
    all: drawer => ask(drawer, 'readonly', store => store.getAll()),
    put: (drawer, key, value) => ask(drawer, 'readwrite', store => store.put(value, key)),
    remove: (drawer, key) => ask(drawer, 'readwrite', store => store.delete(key)),
  }
}
