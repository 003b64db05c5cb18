import type { Route } from './server'

/** Every address the client uses, answered by the `routes` of the fixture files, one file per floor. */
export const allRoutes: Route[] = Object.values(import.meta.glob<Route[]>('./fixtures/*.ts', { eager: true, import: 'routes' })).flat()
