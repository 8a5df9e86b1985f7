/** The words of the field, one English name each. Both sides of the wire and the database use exactly these values. */

export const courseKinds = ['online', 'thematic', 'practical', 'demonstration'] as const;
export type CourseKind = (typeof courseKinds)[number];

export const dayParts = ['am', 'pm', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

export const attendanceStatuses = ['present', 'late', 'leftEarly', 'onLeave', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const markMethods = ['roll', 'qr', 'code', 'assisted', 'paper', 'lateEntry', 'import'] as const;
export type MarkMethod = (typeof markMethods)[number];

/** Where a fact entered, weakest first: a dispute is provisionally decided for the strongest. */
export const origins = ['import', 'self', 'field', 'console'] as const;
export type Origin = (typeof origins)[number];

export const headCountMethods = ['counted', 'estimated'] as const;
export type HeadCountMethod = (typeof headCountMethods)[number];
export const headCountModes = ['replace', 'add'] as const;
export type HeadCountMode = (typeof headCountModes)[number];

/** One per counted person-time, in this order: the first that applies. */
export const audiences = ['cadre', 'partyMember', 'backbone', 'public'] as const;
export type Audience = (typeof audiences)[number];

export const positionKinds = [
  'villageSecretary',
  'villageCommitteeMember',
  'firstSecretary',
  'stationedTeamMember',
  'reserveCadre',
  'selectedGraduate',
  'prosperityLeader',
  'agriTechnician',
  'backbone',
] as const;
export type PositionKind = (typeof positionKinds)[number];

export const unitLevels = ['province', 'city', 'county', 'town', 'village', 'organ'] as const;
export type UnitLevel = (typeof unitLevels)[number];
export const villageKinds = ['residentsCommittee', 'villageCommittee', 'virtual'] as const;
export type VillageKind = (typeof villageKinds)[number];

export const engagements = ['fullTime', 'partTime', 'guest'] as const;
export type Engagement = (typeof engagements)[number];
export const instructorTags = ['localExpert', 'orchardExpert', 'respectedLocal', 'capablePerson', 'outstandingMember'] as const;
export type InstructorTag = (typeof instructorTags)[number];

export const deliveryModes = ['inPerson', 'live', 'homeVisit'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];
export const rosterKinds = ['open', 'closed'] as const;
export type RosterKind = (typeof rosterKinds)[number];
export const classStates = ['draft', 'published', 'running', 'closed', 'cancelled', 'void'] as const;
export type ClassState = (typeof classStates)[number];
export const sessionStates = ['scheduled', 'cancelled', 'void'] as const;
export type SessionState = (typeof sessionStates)[number];

export const genders = ['female', 'male'] as const;
export type Gender = (typeof genders)[number];
export const educations = ['primary', 'junior', 'senior', 'college', 'bachelor', 'master'] as const;
export type Education = (typeof educations)[number];

export const importKinds = ['units', 'people', 'instructors', 'sites', 'classes', 'rosters', 'attendance', 'lessons', 'videos'] as const;
export type ImportKind = (typeof importKinds)[number];

export const bases = ['trainee', 'host', 'venue'] as const;
export type Basis = (typeof bases)[number];

export const measures = [
  'batches',
  'sessionsHeld',
  'visits',
  'personTimes.registered',
  'personTimes.declared',
  'unverified',
  'unidentified',
  'people',
  'attendances',
] as const;
export type Measure = (typeof measures)[number];

/** How national bulletins break registered person-times down: women, minorities, 35 and younger, college and above. */
export const breakdowns = ['female', 'minority', 'young', 'college'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Where a session was and who taught it: it may have none, one or several of each. */
export const partakers = ['site', 'instructor'] as const;
export type Partaker = (typeof partakers)[number];

/**
 * Why a fact is not in a number. `alreadyCounted`: its person was counted in the same counting unit before. The last five are of parts of a
 * figure: people of whom it does not hold, or of whom it is not known or is; sessions with one site or instructor, or with none.
 */
export const leftOutReasons = [
  'onLeave',
  'absent',
  'disputed',
  'sessionCancelled',
  'sessionVoid',
  'classCancelled',
  'classVoid',
  'offRoster',
  'classClosed',
  'rejected',
  'headsNamed',
  'headsNotLargest',
  'headsUnverified',
  'headsNotHeld',
  'alreadyCounted',
  'otherPeople',
  'peopleUnknown',
  'peopleKnown',
  'onlyOne',
  'noneThere',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
