import { expect, it } from 'vitest';
import { spokenDay } from '#app/domain/kernel/spoken-day.ts';

it.each([
  ['15 April 2027', '2027-04-15'],
  ['1st Sept. 2027', '2027-09-01'],
  [' 7 may 2027 ', '2027-05-07'],
  ['Apr 2027', '2027-04'],
  // what is no day of the calendar is for the check to say
  ['31 February 2027', '2027-02-31'],
])('reads %j as a programme writes it', (typed, day) => {
  expect(spokenDay(typed)).toBe(day);
});

it.each(['', '2027', '2027-04', '2027-04-15', '15 Brumaire 2027', '15/04/2027', 'in April', 'Ma 2027'])(
  'leaves %j as it was typed',
  (typed) => {
    expect(spokenDay(typed)).toBe(typed);
  },
);
