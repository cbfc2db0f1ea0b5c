import { Button, LinkButton } from './button.tsx';

/** Over a record: restore what is archived, otherwise edit or archive it; nothing for those who may not. */
export function RecordActs(props: {
  mayRestore: boolean;
  mayChange: boolean;
  /** Where it is edited. */
  edit: string;
  /** Where it is archived and restored. */
  archival: string;
}) {
  if (props.mayRestore) {
    return (
      <form method="post" action={props.archival}>
        <Button type="submit" name="act" value="restore" look="main">
          Restore
        </Button>
      </form>
    );
  }
  if (!props.mayChange) return null;
  return (
    <>
      <LinkButton href={props.edit}>Edit</LinkButton>
      <form method="post" action={props.archival}>
        <Button type="submit" name="act" value="archive">
          Archive
        </Button>
      </form>
    </>
  );
}
