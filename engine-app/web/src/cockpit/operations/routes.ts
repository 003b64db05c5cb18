import type { RouteRecordRaw } from 'vue-router'

const meta = { roles: ['SUPERVISOR' as const, 'OPERATOR' as const], wide: true }

/** The batch centre and its four wizards. */
export const operationRoutes: RouteRecordRaw[] = [
  { path: 'operations', meta, component: () => import('./OperationsPage.vue') },
  { path: 'operations/new/:kind(modification|migration|retry|restart)', meta, component: () => import('./NewOperation.vue'), props: true },
  { path: 'operations/:no(\\d+)', meta, component: () => import('./OperationPage.vue'), props: true },
]

export const newRoute = (kind: 'modification' | 'migration' | 'retry' | 'restart', query: Record<string, string> = {}) => ({ path: `/cockpit/operations/new/${kind}`, query })
