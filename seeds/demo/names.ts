import type { NameSet } from './types.ts';

const words = (text: string): string[] => text.split(' ');

// Everybody here is invented: common given names and family names of a region, put together by chance.
export const namesOf: Record<NameSet, { given: string[]; family: string[] }> = {
  francophone: {
    given: words(
      'Afi Kodjo Essi Yao Akossiwa Komlan Abra Mawuli Dédé Koffi Adjoa Sena Ablavi Kossi Enyonam Edem Rosine Fidèle Clarisse Prosper',
    ),
    family: words(
      'Mensah Adjavon Tossou Kponton Bodjona Agbeko Amegan Sossou Lawson Ahouandjinou Dossou Kouassi Gnassé Houngbo Zinsou Assogba Kouadio Attiogbé Amouzou Djossou',
    ),
  },
  mande: {
    given: words(
      'Fatou Moussa Aminata Ibrahima Mariam Ousmane Awa Seydou Kadiatou Boubacar Salimata Lamine Ramata Issa Coumba Abdoulaye Binta Souleymane Haby Cheikh',
    ),
    family: words(
      'Traoré Ouédraogo Sow Ndiaye Coulibaly Keïta Sarr Jallow Ceesay Sawadogo Camara Faye Diop Touré Sanneh Barry Konaté Zongo Sidibé Mbaye',
    ),
  },
  anglophone: {
    given: words(
      'Ama Kwame Efua Kojo Abena Yaw Akosua Kwesi Adwoa Nana Esi Fiifi Grace Samuel Comfort Emmanuel',
    ),
    family: words(
      'Asante Owusu Boateng Quaye Addo Ofori Tetteh Amoah Darko Agyeman Lartey Baidoo Nkansah Sarpong',
    ),
  },
  spanish: {
    given: words(
      'Lucía Andrés Marisol Tomás Ximena Rodrigo Pilar Esteban Valeria Joaquín Rocío Mateo Beatriz Gonzalo Inés Hernán Carolina Emilio Noemí Rafael Teresa Álvaro',
    ),
    family: words(
      'Arce Villalobos Cárdenas Montoya Quiroga Salazar Bustamante Ledesma Ocampo Zelaya Paredes Rentería Valdivia Escobedo Urrutia Cifuentes Huamán Maradiaga Dela-Cruz Espejo',
    ),
  },
  brazilian: {
    given: words(
      'Camila Thiago Luciana Rafael Bianca Caio Renata Murilo Tatiane Otávio Joana Leandro Márcia Vinícius',
    ),
    family: words(
      'Azevedo Nogueira Sampaio Teles Barreto Moura Queiroz Vasconcelos Prado Figueira Antunes Lacerda',
    ),
  },
  eastern: {
    given: words(
      'Elena Andrei Ana Mihai Arta Ilir Ewa Piotr Natalia Victor Blerta Gent Magda Tomasz Doina Sergiu Agata Radu',
    ),
    family: words(
      'Rusu Ceban Hoxhaj Kelmendi Zielińska Wróbel Munteanu Lupu Dervishi Prifti Sikora Pawlak Cojocaru Gjoka Ursu Król',
    ),
  },
  caucasus: {
    given: words('Nino Giorgi Tamar Levan Ketevan Irakli Salome Davit Maia Zurab Lela Sandro'),
    family: words(
      'Beridzishvili Lomtadze Kiknavelidze Abramia Tsereteladze Gelovanidze Maisuria Kobalia Chkhenkelia Dvalidze',
    ),
  },
  turkish: {
    given: words('Aylin Murat Zeynep Kerem Elif Orhan Derya Selim Nazlı Tolga'),
    family: words('Yaldız Karahan Özgen Tuncel Akarsu Demirbaş Erdinç Sarıgül Koçoğlu Ünver'),
  },
  arabic: {
    given: words('Leïla Youssef Samira Karim Nadia Hichem Rim Anis Salma Mehdi Houda Tarek Ghita Amine'),
    family: words(
      'Benhaddou Chérif Mansouri Tlili El-Fassi Bouazizi-Amor Lahlou Gharbi Sebti Trabelsi-Nour Kettani Jaziri',
    ),
  },
  swahili: {
    given: words('Joyce Peter Wanjiru Otieno Grace Kiprono Mercy Juma Akinyi Mwende Daniel Faith'),
    family: words('Mwangi Odhiambo Kariuki Mutua Wafula Cheruiyot Njoroge Atieno Kilonzo Barasa'),
  },
  malagasy: {
    given: words('Rasoa Hery Voahangy Tojo Lalao Faly Noro Mamy Hanta Solofo'),
    family: words(
      'Rakotondrazafy Andrianjafy Razafimanana Rabearisoa Ravelomanana Randrianasolo Rasolofoson Andriamihaja',
    ),
  },
  southern: {
    given: words('Thandi Sipho Naledi Johan Lerato Pieter Nomvula Themba Annelie Bongani'),
    family: words('Dlamini Mokoena Khumalo Botha Ndlovu Naidoo Mabaso Van-Wyk Sithole Maseko'),
  },
  archipelago: {
    given: words('Dewi Bambang Sri Agus Ratna Hendra Wulan Yusuf Maya Rizal'),
    family: words('Wijaya Santoso Lestari Kusnadi Pratama Hidayatno Siregar Nugroho Halim Simanjuntak'),
  },
  thai: {
    given: words('Siriporn Anan Kanya Somchai Pim Wichai Malee Thanom'),
    family: words('Rattanakul Suwanwong Charoenphan Boonmee Wattanasin Kittisak Phromrat Srisawat'),
  },
  islands: {
    given: words('Mere Sione Adi Ratu Losana Tevita Anjali Ravi Sera Jone'),
    family: words('Vunivalu Tuilagi Naivalu Prasad Waqa Kumaran Tabuya Rokotuivuna'),
  },
  maori: {
    given: words('Hana Wiremu Aroha Callum Ngaire James Moana Fiona'),
    family: words('Tamatea Harawira Fraser Ngata-Reid McLeod Parata Sinclair Waititi-Ross'),
  },
};
