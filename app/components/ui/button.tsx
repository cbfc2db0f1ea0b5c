import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export type ButtonLook = 'plain' | 'main' | 'quiet' | 'grave';

interface Looks {
  look?: ButtonLook;
  small?: boolean;
  /** The key that presses it, as printed on the keyboard. */
  shortcut?: string;
  children: ReactNode;
}

function classes(look: ButtonLook, small: boolean): string {
  return `button${look === 'plain' ? '' : ` ${look}`}${small ? ' small' : ''}`;
}

/** A button; says type="submit" where it submits. */
export function Button({
  look = 'plain',
  small = false,
  shortcut,
  children,
  type = 'button',
  ...rest
}: Looks & Omit<ComponentPropsWithoutRef<'button'>, 'className'>) {
  return (
    <button type={type} className={classes(look, small)} {...rest}>
      {children}
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  look = 'plain',
  small = false,
  shortcut,
  children,
  ...rest
}: Looks & { href: string } & Omit<ComponentPropsWithoutRef<'a'>, 'className'>) {
  return (
    <a className={classes(look, small)} {...rest}>
      {children}
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </a>
  );
}
