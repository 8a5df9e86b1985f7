import { type Gender } from '#contract';

/** What an ID number in its one form says of its holder: places 7–14 the date of birth, an odd 17th place a man (GB 11643). */
export const toldByIdNumber = (idNumber: string): { born: string; gender: Gender } => ({
  born: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
  gender: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female',
});
