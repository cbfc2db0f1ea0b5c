import { today, type Context } from '../kernel/context.ts';
import { suggestPartners } from './suggest-partners.server.ts';

/** A person or an organisation that a name may have meant. */
export interface NamedPartner {
  kind: 'person' | 'organisation';
  ref: string;
  name: string;
  detail: string;
}

/** The partners within the actor's access whose name begins like this, for whoever typed it to choose from. */
export async function partnersNamed(context: Context, text: string): Promise<NamedPartner[]> {
  if (text === '') return [];
  const found = await suggestPartners(context, { text, on: today(context), countries: [] });
  return found.map(({ token, name, detail }) => {
    const [kind = '', ref = ''] = token.split(':');
    return { kind: kind === 'person' ? 'person' : 'organisation', ref, name, detail };
  });
}
