/* Keeps the pages of the window, so that they open while the network is away. Never an answer of the server: those are people's. */
const CACHE = 'window-__VERSION__'
const FILES = __FILES__

self.addEventListener('install', event => event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(['/', ...FILES]))))

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('window-') && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
})()))

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (await caches.match('/', { cacheName: CACHE })) ?? Response.error()))
  else if (FILES.includes(url.pathname)) event.respondWith(caches.match(url.pathname, { cacheName: CACHE }).then(kept => kept ?? fetch(request)))
})
