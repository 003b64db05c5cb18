import { allRoutes } from './routes'
import { serve } from './server'
import { enterAs } from './fixtures/session'

const KEY = 'onevisit.mock.person'

/** `npm run dev:mocked`: no server needed; `?as=clerk` (or any demo account) enters as that person. */
export function mockTheServer() {
  const asked = new URLSearchParams(location.search).get('as')
  if (asked !== null) sessionStorage.setItem(KEY, asked)
  enterAs(sessionStorage.getItem(KEY) ?? 'chen.jing')
  serve(allRoutes, 60)
}
