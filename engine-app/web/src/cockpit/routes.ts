import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/cockpit.json'
import { operationRoutes } from './operations/routes'

addTexts('cockpit', texts)

const meta = { roles: ['SUPERVISOR' as const, 'OPERATOR' as const], wide: true }

export const routes: RouteRecordRaw[] = [{
  path: '/cockpit',
  component: () => import('./CockpitFrame.vue'),
  children: [
    { path: '', meta, component: () => import('./overview/OverviewPage.vue') },
    { path: 'board', meta, component: () => import('./board/BoardPage.vue') },
    { path: 'cases', meta, component: () => import('./cases/CaseList.vue') },
    { path: 'cases/:no', meta, component: () => import('./cases/CasePage.vue') },
    { path: 'incidents', meta, component: () => import('./incidents/IncidentList.vue') },
    ...operationRoutes,
    { path: 'cards', meta, component: () => import('./cards/CardsPage.vue') },
    { path: 'statistics', meta, component: () => import('./statistics/StatisticsPage.vue') },
    { path: 'recheck', meta, component: () => import('./checks/RecheckPage.vue') },
    { path: 'recipients', meta, component: () => import('./recipients/RecipientsPage.vue') },
    { path: 'self-check', meta, component: () => import('./checks/SelfCheckPage.vue') },
    { path: 'distribution', meta, component: () => import('./distribution/SharePage.vue') },
    { path: 'ratings', meta, component: () => import('./voices/RatingsPage.vue') },
    { path: 'ratings/:no', meta, component: () => import('./voices/WholePage.vue'), props: route => ({ kind: 'ratings', no: route.params.no }) },
    { path: 'orders', meta, component: () => import('./voices/OrdersPage.vue') },
    { path: 'orders/:no', meta, component: () => import('./voices/WholePage.vue'), props: route => ({ kind: 'orders', no: route.params.no }) },
    { path: 'processes', meta, component: () => import('./processes/ProcessList.vue') },
    { path: 'processes/:key', meta, component: () => import('./processes/ProcessPage.vue') },
    { path: 'processes/:key/compare', meta, component: () => import('./processes/ComparePage.vue') },
    { path: 'instances/:id', meta, component: () => import('./instances/InstancePage.vue') },
    { path: 'workers', meta, component: () => import('./workers/WorkersPage.vue') },
    { path: 'workers/:topic', meta, component: () => import('./workers/TopicPage.vue') },
    { path: 'log', meta, component: () => import('./log/LogPage.vue') },
    { path: 'handoffs', meta, component: () => import('./handoffs/HandoffList.vue') },
    { path: 'search', meta: { roles: ['OPERATOR' as const], wide: true }, component: () => import('./search/IndexPage.vue') },
  ],
}]

export const caseRoute = (no: string, instance?: string) => ({ path: `/cockpit/cases/${no}`, query: instance ? { instance } : {} })
export const casesRoute = (query: Record<string, string> = {}) => ({ path: '/cockpit/cases', query })
