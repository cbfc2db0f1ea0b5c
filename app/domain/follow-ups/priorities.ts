import type { Priority } from '#db/schema/promises.ts';

export const PRIORITIES = ['low', 'normal', 'high'] as const satisfies readonly Priority[];
