import type { ReactNode } from 'react';

/** Who took part: the name over the position held that day. `fresh` marks somebody about to be added. */
export function PersonChip(props: {
  name: string;
  detail?: ReactNode;
  href?: string;
  fresh?: boolean;
  act?: ReactNode;
}) {
  return (
    <span className={props.fresh ? 'person new' : 'person'}>
      <span>
        {props.href ? <a href={props.href}>{props.name}</a> : props.name}
        {props.detail ? <small>{props.detail}</small> : null}
      </span>
      {props.act}
    </span>
  );
}
