export interface Answer {
  status: number;
  headers: Headers;
  /** The body as text. */
  text: string;
  /** Where a redirect leads, as a local path; undefined for other answers. */
  location: string | undefined;
}

type Fields = Record<string, string | readonly string[]> | [string, string][] | URLSearchParams;

/** A browser without a screen: keeps cookies, sends what a browser sends, does not follow redirects by itself. */
export class Agent {
  readonly url: string;
  readonly cookies: Map<string, string>;

  constructor(url: string, cookies: Record<string, string> = {}) {
    this.url = url;
    this.cookies = new Map(Object.entries(cookies));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'GET', headers });
  }

  /** The answer of a page's loaders, as the framework's script asks for it. */
  data(path: string): Promise<Answer> {
    const [pathname = '/', search = ''] = path.split(/(?=\?)/, 2);
    return this.get(`${pathname === '/' ? '/_root' : pathname}.data${search}`);
  }

  /** Posts a form as a page of the site would. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      body: encode(fields),
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    });
  }

  /** Posts a form and follows the redirect it is answered with; any other answer is returned as it is. */
  async submit(path: string, fields: Fields = {}): Promise<Answer> {
    const answer = await this.post(path, fields);
    return answer.location === undefined ? answer : this.get(answer.location);
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('Cookie', cookie);
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get('Location');
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: location ?? undefined,
    };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

function encode(fields: Fields): string {
  if (fields instanceof URLSearchParams) return fields.toString();
  const pairs = Array.isArray(fields)
    ? fields
    : Object.entries(fields).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
      );
  return new URLSearchParams(pairs as [string, string][]).toString();
}
