import type { RequestHandler, ServerBuild } from '@remix-run/node';

/**
 * Answers each request with a handler that knows only the routes of its section: those whose address begins alike
 * (`/interactions…`). React Router sorts all it knows and compiles their patterns anew at each request, twice, which
 * was a tenth of a page's cost. What begins like no route, or is written in another way, goes to the whole.
 */
export function bySection(
  build: ServerBuild,
  handlerOf: (build: ServerBuild) => RequestHandler,
): RequestHandler {
  const whole = handlerOf(build);
  const beginnings = new Map(Object.keys(build.routes).map((id) => [id, beginningOf(build, id)]));
  const sections = new Map<string, RequestHandler>();
  for (const beginning of new Set(beginnings.values())) {
    if (beginning === undefined) continue;
    // A section that begins with a parameter may answer any address.
    if (/^[:*]|\?$/.test(beginning)) return whole;
    const leaves = [...beginnings].filter(([, other]) => other === beginning).map(([id]) => id);
    sections.set(beginning, handlerOf(partOf(build, leaves)));
  }
  return (request, context) => {
    const beginning = beginningOfUrl(request.url);
    const section = beginning === undefined ? undefined : sections.get(beginning);
    return (section ?? whole)(request, context);
  };
}

type Routes = ServerBuild['routes'];

function lineOf(routes: Routes, id: string): Routes[string][] {
  const route = routes[id];
  if (!route) return [];
  return [...(route.parentId === undefined ? [] : lineOf(routes, route.parentId)), route];
}

/** The first part of a route's address: '' for the root's index, undefined for a layout without an address. */
function beginningOf({ routes }: ServerBuild, id: string): string | undefined {
  const line = lineOf(routes, id);
  const [first] = line.flatMap(({ path }) => path?.split('/').filter((part) => part !== '') ?? []);
  return first ?? (line.at(-1)?.index ? '' : undefined);
}

/** The build with no other routes than these and their parents. The browser asks for others as it needs them. */
function partOf(build: ServerBuild, leaves: readonly string[]): ServerBuild {
  const kept = new Set(leaves.flatMap((id) => lineOf(build.routes, id)).map(({ id }) => id));
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

/** `/interactions/new.data` and `/_root.data` are the loaders' answers of the pages without `.data`. */
function beginningOfUrl(url: string): string | undefined {
  const path = new URL(url).pathname.replace(/\.data$/, '');
  if (path === '/' || path === '/_root') return '';
  return path.split('/')[1] || undefined;
}
