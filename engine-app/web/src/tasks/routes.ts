import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/tasks.json'

addTexts('tasks', texts)

export const routes: RouteRecordRaw[] = [
  { path: '/tasks/window', component: () => import('./window/WindowPage.vue'), meta: { roles: ['CLERK'] } },
  { path: '/tasks/:id?', component: () => import('./TasksPage.vue'), props: true, meta: { roles: ['CLERK', 'APPROVER', 'HEAD', 'AGENT', 'SUPERVISOR'], wide: true } },
]
