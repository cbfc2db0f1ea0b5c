import { randomBytes } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFeed, type FeedContent } from '#app/domain/calendar/read-feed.server.ts';
import { filesDirectory } from './config.server.ts';
import { secondsToWait } from './feed-throttle.server.ts';
import { calendarText, feedFile } from './ical-file.server.ts';
import { originOf } from './origin.server.ts';

/** Answers the address of a feed, without a session. Throws NotFound. */
export async function answerFeed({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? '';
  const now = new Date();
  const wait = secondsToWait(token, now.getTime());
  if (wait > 0) return new Response(null, { status: 429, headers: { 'Retry-After': String(wait) } });
  const { db, keys, config } = context;
  const random = (length: number) => randomBytes(length);
  const server = { db, keys, now, random, filesDirectory: filesDirectory(config) };
  const content = await readFeed(server, token);
  return feedFile(calendarText(nameOf(content), content.entries, originOf(config, request)), request);
}

const nameOf = ({ subject }: FeedContent) => (subject === '' ? 'Rapport' : `Rapport: ${subject}`);
