import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '@/i18n'
import texts from '@/locales/zh-CN/tasks.json'

addTexts('tasks', texts)

export const routes: RouteRecordRaw[] = [
  { path: '/tasks/window', component: () => import('./window/WindowPage.vue'), meta: { roles: ['CLERK'] } },
  { path: '/tasks/window/offline', component: () => import('./window/offline/OfflinePage.vue'), meta: { roles: ['CLERK'], offline: true } },
  { path: '/tasks/window/agreements', component: () => import('./window/WindowAgreementPage.vue'), meta: { roles: ['CLERK'] } },
  { path: '/tasks/queue', component: () => import('./queue/QueuePage.vue'), meta: { roles: ['CLERK'], wide: true } },
  { path: '/tasks/visits/new', component: () => import('./visits/NoteVisitPage.vue'), meta: { roles: ['CLERK', 'AGENT'] } },
  { path: '/tasks/visits', component: () => import('./visits/VisitsPage.vue'), meta: { roles: ['CLERK'], wide: true } },
  { path: '/tasks/help', component: () => import('@/agency/HelpPage.vue'), meta: { roles: ['CLERK'] } },
  { path: '/tasks/intake', component: () => import('./intake/IntakePage.vue'), meta: { roles: ['AGENT'], wide: true } },
  { path: '/tasks/visit-code', component: () => import('./intake/VisitCodePage.vue'), meta: { roles: ['CLERK', 'APPROVER'] } },
  { path: '/tasks/hours', component: () => import('@/distribution/HoursPage.vue'), meta: { roles: ['HEAD', 'SUPERVISOR', 'OPERATOR'] } },
  { path: '/tasks/halls', component: () => import('@/hall/book/HallBookPage.vue'), meta: { roles: ['SUPERVISOR', 'OPERATOR'] } },
  { path: '/tasks/:id?', component: () => import('./TasksPage.vue'), props: true, meta: { roles: ['CLERK', 'APPROVER', 'HEAD', 'AGENT', 'LINE_OFFICE', 'SUPERVISOR'], wide: true } },
]
