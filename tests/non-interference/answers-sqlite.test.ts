import { testAnswersAlike } from './answers-alike.ts';

testAnswersAlike('sqlite');
