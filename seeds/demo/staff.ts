import type { Role } from '#db/schema/accounts.ts';
import type { Region } from './types.ts';

export const teamNames: Record<Region, string> = {
  'west-africa': 'West Africa',
  'latin-america': 'Latin America',
  europe: 'Europe and the Mediterranean',
  ocean: 'Indian Ocean and Pacific',
};

export interface DemoStaff {
  email: string;
  name: string;
  roles: Role[];
  teams: Region[];
  zone: string;
  language?: string;
}

const staff = (
  name: string,
  teams: Region[],
  zone: string,
  roles: Role[] = ['officer'],
  language = 'en',
): DemoStaff => ({
  email: `${name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@demo.example`,
  name,
  roles,
  teams,
  zone,
  language,
});

/** The five accounts that README and scripts name, then their colleagues. */
export const demoStaff: readonly DemoStaff[] = [
  {
    email: 'officer@demo.example',
    name: 'Amina Diallo',
    roles: ['officer'],
    teams: ['west-africa'],
    zone: 'Africa/Lome',
  },
  {
    email: 'manager@demo.example',
    name: 'Helena Brandt',
    roles: ['officer', 'manager'],
    teams: ['west-africa', 'europe'],
    zone: 'Europe/Zurich',
  },
  {
    email: 'writer@demo.example',
    name: 'Oskar Lindqvist',
    roles: ['writer'],
    teams: ['west-africa'],
    zone: 'Europe/Zurich',
  },
  {
    email: 'admin@demo.example',
    name: 'Ines Keller',
    roles: ['administrator'],
    teams: [],
    zone: 'Europe/Zurich',
  },
  {
    email: 'outsider@demo.example',
    name: 'Marisol Quintana',
    roles: ['officer'],
    teams: ['latin-america'],
    zone: 'America/Panama',
  },
  staff('Benoît Charlier', ['west-africa'], 'Europe/Zurich'),
  staff('Salimata Koné', ['west-africa'], 'Africa/Dakar'),
  staff('Rodrigo Peñalver', ['latin-america'], 'America/Panama'),
  staff('Júlia Amaral', ['latin-america'], 'America/Sao_Paulo'),
  staff('Paula Estévez', ['latin-america'], 'America/Panama', ['officer', 'manager']),
  staff('Katarzyna Maj', ['europe'], 'Europe/Warsaw'),
  staff('Sami Bellagha', ['europe'], 'Africa/Tunis'),
  staff('Tinatin Gvaladze', ['europe'], 'Asia/Tbilisi'),
  staff('Wangari Kimani', ['ocean'], 'Africa/Nairobi'),
  staff('Rina Hapsari', ['ocean'], 'Asia/Jakarta'),
  staff('Tom Averill', ['ocean', 'europe'], 'Europe/Zurich', ['officer', 'manager']),
  staff('Noor Jansen', ['west-africa', 'ocean'], 'Europe/Zurich', ['officer', 'writer']),
];
