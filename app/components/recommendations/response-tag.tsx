import { RESPONSE_WORDS, type StateResponse } from '#app/domain/recommendations/responses.ts';
import type { Tone } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';

const TONES: Record<StateResponse, Tone> = {
  pending: 'plain',
  accepted: 'good',
  noted: 'soon',
  rejected: 'late',
};

/** What the State answered, in a word. */
export function ResponseTag({ response }: { response: StateResponse }) {
  return <Tag tone={TONES[response]}>{RESPONSE_WORDS[response]}</Tag>;
}
