import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/cockpit.json'

addTexts('cockpit', texts)

/** Cards are seen by those who watch and by those who are watched. */
const meta = { roles: ['APPROVER' as const, 'HEAD' as const, 'SUPERVISOR' as const, 'OPERATOR' as const], wide: true }

export const routes: RouteRecordRaw[] = [
  { path: '/cards', meta, component: () => import('./OwnCards.vue') },
  { path: '/cards/:id', meta, component: () => import('./CardPage.vue') },
]
