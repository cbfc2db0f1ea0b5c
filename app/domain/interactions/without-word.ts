/** The words of the list that go when a filter is taken away: a kind of partner goes with its country. */
export function withoutWord(name: string): Record<string, ''> {
  return name === 'country' ? { country: '', partner_type: '' } : { [name]: '' };
}
