/** Has the browser keep the window's pages, so that they open without the network; what people wrote is not among them. */
export async function keepShell() {
  if (import.meta.hot || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/window-worker.js', { scope: '/tasks/window' }).catch(() => undefined) // then the page works as long as it stays open
}
