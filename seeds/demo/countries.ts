import type { DemoCountry, NameSet, Region, Stage } from './types.ts';

type Row = [
  iso3: string,
  team: Region,
  stage: Stage,
  weight: number,
  names: NameSet,
  city: string,
  prison: string,
];

// Stages are those of treaty_status.csv and npms.csv on the day of writing; they only choose what is talked about.
const rows: readonly Row[] = [
  ['TGO', 'west-africa', 'working', 3, 'francophone', 'Lomé', 'the civil prison of Lomé'],
  ['BEN', 'west-africa', 'build', 1.6, 'francophone', 'Cotonou', 'the prison of Abomey-Calavi'],
  ['BFA', 'west-africa', 'working', 1.2, 'mande', 'Ouagadougou', 'the remand prison of Ouagadougou'],
  ['CIV', 'west-africa', 'designate', 1.4, 'francophone', 'Abidjan', 'the prison of Abidjan'],
  ['GHA', 'west-africa', 'designate', 1, 'anglophone', 'Accra', 'Nsawam prison'],
  ['MLI', 'west-africa', 'working', 1.1, 'mande', 'Bamako', 'the central prison of Bamako'],
  ['SEN', 'west-africa', 'working', 1.4, 'mande', 'Dakar', 'the remand prison of Rebeuss'],
  ['GMB', 'west-africa', 'ratify', 0.8, 'mande', 'Banjul', 'Mile Two prison'],
  ['BRA', 'latin-america', 'working', 1.3, 'brazilian', 'Brasília', 'the Papuda complex'],
  ['CHL', 'latin-america', 'working', 1, 'spanish', 'Santiago', 'the Santiago 1 prison'],
  ['COL', 'latin-america', 'designate', 1.2, 'spanish', 'Bogotá', 'La Picota prison'],
  ['HND', 'latin-america', 'working', 0.9, 'spanish', 'Tegucigalpa', 'the Támara prison'],
  ['MEX', 'latin-america', 'working', 1.1, 'spanish', 'Mexico City', 'the Reclusorio Norte'],
  ['PER', 'latin-america', 'working', 0.8, 'spanish', 'Lima', 'the Lurigancho prison'],
  ['ALB', 'europe', 'working', 0.7, 'eastern', 'Tirana', 'the Fier prison'],
  ['GEO', 'europe', 'working', 1, 'caucasus', 'Tbilisi', 'prison no. 8'],
  ['MDA', 'europe', 'working', 0.9, 'eastern', 'Chișinău', 'prison no. 13'],
  ['POL', 'europe', 'working', 0.6, 'eastern', 'Warsaw', 'the Białołęka remand prison'],
  ['TUR', 'europe', 'working', 0.7, 'turkish', 'Ankara', 'the Sincan complex'],
  ['TUN', 'europe', 'working', 1, 'arabic', 'Tunis', 'the Mornaguia prison'],
  ['MAR', 'europe', 'working', 0.8, 'arabic', 'Rabat', 'the Oukacha prison'],
  ['KEN', 'ocean', 'ratify', 1, 'swahili', 'Nairobi', 'Kamiti prison'],
  ['MDG', 'ocean', 'working', 0.9, 'malagasy', 'Antananarivo', 'Antanimora prison'],
  ['ZAF', 'ocean', 'build', 0.9, 'southern', 'Pretoria', 'the Kgosi Mampuru centre'],
  ['IDN', 'ocean', 'ratify', 0.9, 'archipelago', 'Jakarta', 'Cipinang prison'],
  ['THA', 'ocean', 'ratify', 0.7, 'thai', 'Bangkok', 'the Bangkok remand prison'],
  ['PHL', 'ocean', 'designate', 0.9, 'spanish', 'Manila', 'the Manila city jail'],
  ['FJI', 'ocean', 'ratify', 0.7, 'islands', 'Suva', 'the Suva remand centre'],
  ['NZL', 'ocean', 'working', 0.5, 'maori', 'Wellington', 'the Rimutaka prison'],
];

export const demoCountries: readonly DemoCountry[] = rows.map(
  ([iso3, team, stage, weight, names, city, prison]) => ({
    iso3,
    team,
    stage,
    weight,
    names,
    city,
    prison,
  }),
);
