import { createStaffApp, type StaffAppDeps } from "../../functions/create-staff-app.ts";

export interface DeskRoute {
  method: string;
  path: string;
  /** As the table of routes names it. */
  key: string;
}

/** Stands for whatever the door is given: it is asked where its addresses are, and never called. */
const nothing: object = new Proxy(() => nothing, { get: () => nothing });

function depsOfNothing(): StaffAppDeps {
  return new Proxy(
    {},
    { get: (_, name) => (name === "staffUrl" ? "http://desk.example" : nothing) },
  ) as StaffAppDeps;
}

const routes = createStaffApp(depsOfNothing()).routes;

/** Every address that the desk's door answers at, from the door itself. */
export function deskRoutes(): DeskRoute[] {
  const found = routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, path, key: `${method} ${path}` }));
  return [...new Map(found.map((route) => [route.key, route])).values()];
}

/** What runs before the addresses; anything that could answer at one address by every method is none of these. */
export function deskLayers(): string[] {
  return routes.filter(({ method }) => method === "ALL").map(({ path }) => path);
}
