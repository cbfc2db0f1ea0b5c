/** Answers without a session and without detail: that the process is up. */
export function loader(): Response {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
