import type { ActionFunction, LoaderFunction, ServerBuild } from '@remix-run/node';
import { isStorageFull } from '#db/client.ts';
import { logError } from './log.server.ts';

const statusByName: Record<string, number> = {
  BadRequest: 400,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
};

/**
 * Wraps every loader and action of the build, so that what the domain throws becomes its status in one place.
 * Matched by name: server and routes are bundled apart, and each bundle has its own copy of the classes.
 * The answer carries nothing of the error, so the invisible and the absent cannot be told apart. Where there is no room
 * to write, that is said as 503: nothing of the act was saved, and it can be tried again.
 */
export function mapDomainErrors(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader ? { loader: mapped(loader) } : {}),
      ...(action ? { action: mapped(action) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function mapped<F extends LoaderFunction | ActionFunction>(run: F): LoaderFunction & ActionFunction {
  return async (args: Parameters<F>[0]) => {
    try {
      return await run(args as never);
    } catch (error) {
      const status = error instanceof Error ? statusByName[error.name] : undefined;
      if (isStorageFull(error)) {
        logError(error, args.request);
        throw new Response(null, { status: 503 });
      }
      if (status === undefined) throw error;
      throw new Response(null, { status });
    }
  };
}
