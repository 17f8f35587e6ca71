import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { TodayScreen } from '../mine/today/ui/today-screen.tsx'
import { Broken } from './shell/broken.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

// Today is the first paint and comes with the shell; every other screen is a file of its own.
const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const today = createRoute({ getParentRoute: () => root, path: '/', component: TodayScreen })
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../mine/people/ui/people-screen.tsx'), 'PeopleScreen'),
})
/** The address carries the opaque id of the person, never the name. */
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('../mine/people/ui/person-screen.tsx'), 'PersonScreen'),
})
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: lazyRouteComponent(() => import('../mine/map/ui/map-screen.tsx'), 'MapScreen'),
})
/** Two of my people who may be one. */
const same = createRoute({
  getParentRoute: () => root,
  path: '/people/same',
  component: lazyRouteComponent(() => import('../mine/twins/ui/same-screen.tsx'), 'SameScreen'),
})
const stillTrue = createRoute({
  getParentRoute: () => root,
  path: '/people/still-true',
  component: lazyRouteComponent(() => import('../mine/people/ui/still-true-screen.tsx'), 'StillTrueScreen'),
})
const stack = createRoute({
  getParentRoute: () => root,
  path: '/people/stack',
  component: lazyRouteComponent(() => import('../mine/stack/ui/stack-screen.tsx'), 'StackScreen'),
})
/** Everything that fits some words. The words themselves stay in the tab and out of the address. */
const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  component: lazyRouteComponent(() => import('../mine/search/ui/find-screen.tsx'), 'FindScreen'),
})
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('../mine/your-data/ui/data-screen.tsx'), 'DataScreen'),
})
const importing = createRoute({
  getParentRoute: () => root,
  path: '/data/import',
  component: lazyRouteComponent(() => import('../mine/importing/ui/import-screen.tsx'), 'ImportScreen'),
})
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../mine/calendar/ui/calendar-screen.tsx'), 'CalendarScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([today, people, person, map, data, importing, same, stillTrue, stack, find, calendar]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
