/** What the public and staff programs load of the built site: one function, request in, response out. */
import { createApp } from "astro/app/entrypoint";

const app = createApp();

/**
 * Renders an on-demand page. `locals` become `Astro.locals`: the page shows them and fetches nothing itself.
 * A path that no on-demand page answers gives a bare 404: prerendered files are served before Astro is asked.
 */
export async function render(request: Request, locals: object): Promise<Response> {
  const routeData = app.match(request);
  if (!routeData) return new Response(null, { status: 404 });
  return app.render(request, { locals, routeData, prerenderedErrorPageFetch: bareNotFound });
}

async function bareNotFound(): Promise<Response> {
  return new Response(null, { status: 404 });
}
