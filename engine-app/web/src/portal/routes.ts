import type { RouteRecordRaw } from 'vue-router'
import HomePage from './HomePage.vue'

export const portalRoutes: RouteRecordRaw[] = [{ path: '/', component: HomePage }]
