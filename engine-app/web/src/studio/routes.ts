import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/studio.json'

addTexts('studio', texts)

const meta = { roles: ['ANALYST' as const], wide: true }

export const routes: RouteRecordRaw[] = [
  { path: '/studio', meta, component: () => import('./library/BundleList.vue') },
  { path: '/studio/catalogue', meta, component: () => import('./catalogue/CatalogueList.vue') },
  { path: '/studio/catalogue/import/:id?', meta, component: () => import('./catalogue/ImportPage.vue') },
  { path: '/studio/catalogue/items/:code', meta, component: () => import('./catalogue/ItemPage.vue') },
  { path: '/studio/calendars', meta, component: () => import('./calendars/CalendarPage.vue') },
  { path: '/studio/bundles/:key', meta, component: () => import('./bundle/BundlePage.vue') },
]

export const bundleRoute = (key: string, file?: string) => ({ path: `/studio/bundles/${key}`, query: file ? { file } : {} })
export const itemRoute = (code: string) => ({ path: `/studio/catalogue/items/${code}` })
export const importRoute = (id = '') => ({ path: id ? `/studio/catalogue/import/${id}` : '/studio/catalogue/import' })
