import { allRoutes } from './routes'
import { serve } from './server'
import { pretendEvents } from './events'
import { startTasks } from './tasks/state'
import { enterAs } from './fixtures/session'

const KEY = 'onevisit.mock.person'

/** `npm run dev:mocked`: no server needed; `?as=clerk` (or any demo account) enters as that person, `?tasks=10000` gives them so many tasks. */
export function mockTheServer() {
  const query = new URLSearchParams(location.search)
  const asked = query.get('as')
  if (asked !== null) sessionStorage.setItem(KEY, asked)
  enterAs(sessionStorage.getItem(KEY) ?? 'chen.jing')
  startTasks(Number(query.get('tasks') ?? 0))
  pretendEvents()
  serve(allRoutes, 60)
}
