import { createRouter, createWebHistory, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import { portalRoutes } from './portal/routes'
import { hush } from './ui/speech'
import { mayEnter, session, sessionKnown, type Role } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may enter; nothing said means everybody, signed in or not. */
    roles?: Role[]
    /** Everybody who is signed in, even if something is still to be done for it. */
    signedIn?: boolean
    /** A floor of the house that uses the whole width of the window. */
    wide?: boolean
    /** Opens without the network too, with what this computer keeps. */
    offline?: boolean
    /** A display that nobody operates: no bar, no footer. */
    bare?: boolean
  }
}

/** Floors are fetched when somebody first goes there: a citizen's page never loads the editors. */
const floors: Record<string, () => Promise<{ routes: RouteRecordRaw[] }>> = {
  account: () => import('./account/routes'),
  hall: () => import('./hall/routes'),
  tasks: () => import('./tasks/routes'),
  cards: () => import('./cockpit/cards/routes'),
  cockpit: () => import('./cockpit/routes'),
  studio: () => import('./studio/routes'),
}

export function createClientRouter(history: RouterHistory = createWebHistory()) {
  const router = createRouter({
    history,
    routes: [
      ...portalRoutes,
      { path: '/sign-in', component: () => import('./shell/SignInPage.vue') },
      { path: '/:lost(.*)*', component: () => import('./shell/NotFoundPage.vue') },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  const entered = new Set<string>()

  router.beforeEach(async to => {
    const floor = to.path.split('/')[1] ?? ''
    if (!floors[floor] || entered.has(floor)) return
    const { routes } = await floors[floor]()
    routes.forEach(route => router.addRoute(route))
    entered.add(floor)
    return { path: to.path, query: to.query, hash: to.hash, replace: true }
  })

  router.beforeEach(async to => {
    if (!to.meta.roles && !to.meta.signedIn) return
    await sessionKnown()
    if (!session.person && session.away && to.meta.offline) return
    if (!session.person) return { path: '/sign-in', query: { to: to.fullPath } }
    if (to.meta.signedIn) return
    if (session.person.next) return { path: '/account/finish', query: { to: to.fullPath } }
    if (to.meta.roles && !mayEnter(to.meta.roles)) return { path: '/no-entry', replace: true }
  })
  router.afterEach(hush)
  return router
}
