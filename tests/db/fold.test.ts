import { expect, it } from 'vitest';
import { fold, foldedWords } from '#db/fold.ts';

it('folds case, accents and the letters that Unicode leaves whole', () => {
  expect(fold('  José  ÁLVAREZ ')).toBe('jose alvarez');
  expect(fold('Łódź, Straße, Ørsted')).toBe('lodz, strasse, orsted');
  expect(fold('L’Hôpital')).toBe("l'hopital");
});

it('takes names apart into words, Arabic and Cyrillic ones too', () => {
  expect(foldedWords('Ministère de la Justice', 'MJ')).toEqual(['ministere', 'de', 'la', 'justice', 'mj']);
  expect(foldedWords('وزارة العدل', 'Иван')).toEqual(['وزارة', 'العدل', 'иван']);
  expect(foldedWords('…', '')).toEqual([]);
});
