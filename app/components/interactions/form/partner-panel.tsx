import { useEffect, useState } from 'react';
import { pathTo } from '#app/paths.ts';
import { Lateness } from '../../ui/tag.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatShortDate } from '../../ui/format.ts';
import { useForm } from './form-context.ts';
import { askMemory } from './searches.ts';

/** What is known of the first partner: the last exchanges and the promises still open. */
export function PartnerPanel() {
  const { form, view, reading } = useForm();
  const [memory, setMemory] = useState(view.memory);
  const organisation =
    form.participants.find(
      (row) => row.remove === '' && row.organisation !== '' && !row.organisation.startsWith('new:'),
    )?.organisation ?? '';
  useEffect(() => {
    if (organisation === (memory?.ref ?? '')) return;
    if (organisation === '') return setMemory(null);
    const stop = new AbortController();
    // a glance aside: without an answer there is just nothing beside the form
    askMemory(organisation, stop.signal)
      .then(setMemory)
      .catch(() => undefined);
    return () => stop.abort();
  }, [organisation, memory?.ref]);
  if (!memory || (memory.latest.length === 0 && memory.promises.length === 0)) return null;
  return (
    <Panel title={memory.title}>
      <ol className="timeline small">
        {memory.promises.map((promise) => (
          <li key={promise.ref}>
            {promise.dueOn ? (
              <time dateTime={promise.dueOn}>{formatShortDate(promise.dueOn, reading)}</time>
            ) : (
              <span>No date</span>
            )}
            <div>
              Promised: {promise.text}{' '}
              {promise.dueOn ? <Lateness dueOn={promise.dueOn} reading={reading} /> : null}
            </div>
          </li>
        ))}
        {memory.latest.map((one) => (
          <li key={one.ref}>
            <time dateTime={one.on}>{formatShortDate(one.on, reading)}</time>
            <div>
              <a href={pathTo.interaction(one.ref)} target="_blank" rel="noreferrer">
                {one.summary}
              </a>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
