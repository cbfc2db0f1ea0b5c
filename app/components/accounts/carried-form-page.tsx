import { BarePage } from '../shell/bare-page.tsx';
import { Button } from '../ui/button.tsx';

interface Props {
  form: { to: string; fields: [name: string, value: string][] };
}

/** After signing in again: what was typed is here, and one press sends it where it was going. */
export function CarriedFormPage({ form }: Props) {
  return (
    <BarePage title="You are signed in again">
      <p>What you had typed was kept. Nothing has been saved yet.</p>
      <form method="post" action={form.to}>
        {form.fields.map(([name, value], index) => (
          <textarea key={index} name={name} defaultValue={value} hidden readOnly />
        ))}
        <Button type="submit" look="main">
          Continue where you left off
        </Button>
      </form>
    </BarePage>
  );
}
