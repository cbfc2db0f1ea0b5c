import type { ChipOption } from '../ui/checkbox-chips.tsx';

/** Roles as people call them. */
export const ROLE_WORDS: Record<string, string> = {
  officer: 'Programme officer',
  manager: 'Manager',
  writer: 'Brief writer',
  administrator: 'Administrator',
};

export const ROLE_OPTIONS: readonly ChipOption[] = Object.entries(ROLE_WORDS).map(([value, label]) => ({
  value,
  label,
}));
