import type { MutableNoun } from '#app/domain/notifications/mute-record.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';

/** "Stop telling me about this", on the page of a record. */
export function MuteButton({
  noun,
  recordRef,
  muted,
}: {
  noun: MutableNoun;
  recordRef: string;
  muted: boolean;
}) {
  return (
    <form method="post" action={pathTo.notificationMutes()}>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="ref" value={recordRef} />
      <Button type="submit" look="quiet" name="act" value={muted ? 'unmute' : 'mute'}>
        {muted ? 'Tell me about this again' : 'Stop telling me about this'}
      </Button>
    </form>
  );
}
