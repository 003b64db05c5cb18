import type { RouteRecordRaw } from 'vue-router'

const mine = { roles: ['CITIZEN' as const] }

export const routes: RouteRecordRaw[] = [
  { path: '/hall/appointments', component: () => import('./AppointmentsPage.vue'), meta: mine },
  { path: '/hall/appointments/new', component: () => import('./BookPage.vue'), meta: mine },
  { path: '/hall/visits', component: () => import('./HomeVisitsPage.vue'), meta: mine },
  { path: '/hall/:code/ticket', component: () => import('./TicketPage.vue'), props: true },
  { path: '/hall/:code/ticket/:id', component: () => import('./SlipPage.vue'), props: true },
  { path: '/hall/:code/display', component: () => import('./DisplayPage.vue'), props: true, meta: { bare: true } },
]
