import { pathTo } from '#app/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { useForm } from './form-context.ts';

/** The follow-up that saving completes, and the way to leave it open. */
export function Fulfils() {
  const { view, form, change } = useForm();
  if (!view.fulfils) return <input type="hidden" name="followUp" value={form.followUp} />;
  const { ref, title } = view.fulfils;
  return (
    <Notice>
      <input type="hidden" name="followUp" value={ref} />
      <p>
        Saving this completes the follow-up <a href={pathTo.followUp(ref)}>{title || 'it comes from'}</a>.
      </p>
      <label className="choice">
        <input
          type="checkbox"
          name="followUpOpen"
          value="yes"
          checked={form.followUpOpen === 'yes'}
          onChange={(event) =>
            change({
              type: 'set',
              field: 'followUpOpen',
              value: event.currentTarget.checked ? 'yes' : '',
            })
          }
        />
        Leave it open
      </label>
    </Notice>
  );
}
