import type { PositionKind } from '#contract';

/** The words of the 职务 column. */
export const positionWords: Record<PositionKind, string> = {
  villageSecretary: '村党组织书记',
  villageCommitteeMember: '两委成员',
  firstSecretary: '第一书记',
  stationedTeamMember: '驻村队员',
  reserveCadre: '后备干部',
  selectedGraduate: '选调生',
  prosperityLeader: '致富带头人',
  agriTechnician: '农技人才',
  backbone: '群众骨干',
};

/** What a person of the demo is invited as. `apart` are those whose story is written by hand in `apart.ts`. */
export type Role = PositionKind | 'partyMember' | 'villager' | 'apart';

export interface RoleFacts {
  born: [from: number, to: number];
  /** Share of women and of Party members. */
  women: number;
  members: number;
  schooling: string[];
}

const grown = ['初中', '初中', '高中', '高中', '小学'];
const schooled = ['高中', '高中', '大专', '大专', '初中'];
const graduated = ['本科', '本科', '大专', '研究生'];

export const roleFacts: Record<Role, RoleFacts> = {
  villageSecretary: { born: [1961, 1986], women: 0.12, members: 1, schooling: schooled },
  villageCommitteeMember: { born: [1963, 1993], women: 0.4, members: 0.65, schooling: schooled },
  firstSecretary: { born: [1970, 1990], women: 0.2, members: 1, schooling: graduated },
  stationedTeamMember: { born: [1972, 1995], women: 0.3, members: 0.7, schooling: graduated },
  reserveCadre: { born: [1987, 1999], women: 0.4, members: 1, schooling: ['大专', '本科', '高中'] },
  selectedGraduate: { born: [1994, 1998], women: 0.5, members: 1, schooling: ['本科', '研究生'] },
  prosperityLeader: { born: [1964, 1992], women: 0.3, members: 0.35, schooling: ['初中', '高中', '高中', '大专'] },
  agriTechnician: { born: [1962, 1990], women: 0.2, members: 0.3, schooling: ['高中', '大专', '大专', '本科'] },
  backbone: { born: [1960, 1990], women: 0.5, members: 0, schooling: grown },
  partyMember: { born: [1945, 1996], women: 0.3, members: 1, schooling: grown },
  villager: { born: [1950, 1995], women: 0.55, members: 0, schooling: grown },
  apart: { born: [1965, 1985], women: 0.4, members: 0, schooling: grown },
};

/** Everybody who is more than a plain villager, in the order in which classes ask for them. */
export const growers: Role[] = ['prosperityLeader', 'agriTechnician', 'backbone', 'partyMember', 'reserveCadre', 'villageCommitteeMember'];
