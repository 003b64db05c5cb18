import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/studio.json'

addTexts('studio', texts)

const meta = { roles: ['ANALYST' as const], wide: true }

export const routes: RouteRecordRaw[] = [
  { path: '/studio', meta, component: () => import('./library/BundleList.vue') },
  { path: '/studio/bundles/:key', meta, component: () => import('./bundle/BundlePage.vue') },
]

export const bundleRoute = (key: string, file?: string) => ({ path: `/studio/bundles/${key}`, query: file ? { file } : {} })
