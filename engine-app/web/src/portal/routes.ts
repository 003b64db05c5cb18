import type { RouteRecordRaw } from 'vue-router'
import HomePage from './home/HomePage.vue'

const mine = { roles: ['CITIZEN' as const] }

/** Citizens' own, and what a clerk takes in at the window. */
const served = { roles: ['CITIZEN' as const, 'CLERK' as const] }

export const portalRoutes: RouteRecordRaw[] = [
  { path: '/', component: HomePage },
  { path: '/search', component: () => import('./search/SearchPage.vue') },
  { path: '/items', component: () => import('./items/ItemsPage.vue') },
  { path: '/items/:code', component: () => import('./items/ItemPage.vue'), props: true },
  { path: '/bundles/:bundle', component: () => import('./bundle/BundlePage.vue'), props: true },
  { path: '/bundles/:bundle/guide', component: () => import('./guide/GuidePage.vue'), props: true },
  {
    path: '/apply/:id',
    component: () => import('./apply/ApplyPage.vue'),
    props: true,
    meta: served,
    children: [
      { path: '', redirect: to => `/apply/${String(to.params.id)}/items` },
      { path: 'items', component: () => import('./apply/ItemsStep.vue') },
      { path: 'form/:page?', component: () => import('./apply/FormStep.vue') },
      { path: 'materials', component: () => import('./apply/MaterialsStep.vue') },
      { path: 'scans', component: () => import('./counter/ScansStep.vue'), meta: { roles: ['CLERK'] } },
      { path: 'notice', component: () => import('./counter/NoticeStep.vue'), meta: { roles: ['CLERK'] } },
      { path: 'check', component: () => import('./apply/CheckStep.vue') },
    ],
  },
  { path: '/applications', component: () => import('./track/ApplicationsPage.vue'), meta: served },
  { path: '/applications/:no', component: () => import('./track/ApplicationPage.vue'), props: true, meta: served },
  { path: '/applications/:no/receipt', component: () => import('./track/ReceiptPage.vue'), props: true, meta: served },
  { path: '/messages', component: () => import('./inbox/MessagesPage.vue'), meta: { roles: ['CITIZEN' as const, 'CLERK' as const, 'APPROVER' as const, 'HEAD' as const, 'SUPERVISOR' as const] } },
  { path: '/ratings', component: () => import('./voices/PublishedPage.vue') },
  { path: '/notices', component: () => import('./notices/NoticesPage.vue') },
  { path: '/notices/:no', component: () => import('./notices/NoticePage.vue'), props: true },
  { path: '/payment-orders', component: () => import('./payments/PaymentDeskPage.vue'), meta: { roles: ['CLERK' as const, 'APPROVER' as const, 'HEAD' as const, 'SUPERVISOR' as const] } },
  { path: '/payment-orders/:no', component: () => import('./payments/PaymentOrderPage.vue'), props: true, meta: { roles: ['CITIZEN' as const, 'CLERK' as const, 'APPROVER' as const, 'HEAD' as const, 'SUPERVISOR' as const] } },
  { path: '/cashier/:no', component: () => import('./payments/CashierPage.vue'), props: true, meta: mine },
  { path: '/rate/:code', component: () => import('./voices/VisitPage.vue'), props: true },
  { path: '/orders', component: () => import('./voices/OrdersPage.vue'), meta: mine },
  { path: '/verify/:no', component: () => import('./track/VerifyPage.vue'), props: true },
  { path: '/licenses', component: () => import('./inbox/LicensesPage.vue'), meta: mine },
  { path: '/consents', component: () => import('./inbox/ConsentsPage.vue'), meta: mine },
  { path: '/agreements', component: () => import('./agreements/AgreementsPage.vue'), meta: mine },
  { path: '/agreements/:id', component: () => import('./agreements/AgreementPage.vue'), props: true, meta: mine },
  { path: '/looks', component: () => import('./inbox/LooksPage.vue'), meta: mine },
]

/** Addresses of the portal by what they show. */
export const to = {
  bundle: (key: string) => `/bundles/${key}`,
  item: (code: string, region?: string) => (region ? `/items/${code}?region=${region}` : `/items/${code}`),
  guide: (key: string) => `/bundles/${key}/guide`,
  items: (draft: string) => `/apply/${draft}/items`,
  form: (draft: string, page?: string) => `/apply/${draft}/form${page ? `/${page}` : ''}`,
  materials: (draft: string) => `/apply/${draft}/materials`,
  scans: (draft: string) => `/apply/${draft}/scans`,
  notice: (draft: string) => `/apply/${draft}/notice`,
  check: (draft: string) => `/apply/${draft}/check`,
  application: (no: string) => `/applications/${no}`,
  paymentOrder: (no: string) => `/payment-orders/${no}`,
  receipt: (no: string) => `/applications/${no}/receipt`,
}
