import { CreatePlatform1640995200000 } from './0001-create-platform.js';
import { CreateUnits1640995201000 } from './0002-create-units.js';
import { CreateAccounts1640995202000 } from './0003-create-accounts.js';
import { CreatePeople1640995203000 } from './0004-create-people.js';
import { CreateInstructors1640995204000 } from './0005-create-instructors.js';
import { CreateSites1640995205000 } from './0006-create-sites.js';
import { CreateCourses1640995206000 } from './0007-create-courses.js';
import { CreateSchedule1640995207000 } from './0008-create-schedule.js';
import { CreateEnrollments1640995208000 } from './0009-create-enrollments.js';
import { CreateAttendance1640995209000 } from './0010-create-attendance.js';
import { CreateStatistics1640995210000 } from './0011-create-statistics.js';
import { IndexWhatWaits1640995211000 } from './0012-index-what-waits.js';
import { TellRepeatsApart1640995212000 } from './0013-tell-repeats-apart.js';
import { CreateDatabaseIdentity1640995213000 } from './0014-create-database-identity.js';
import { RememberWhatItHolds1640995214000 } from './0015-remember-what-it-holds.js';
import { DeriveLateness1640995215000 } from './0016-derive-lateness.js';
import { NameInstallations1640995216000 } from './0017-name-installations.js';
import { DrawInstallationName1640995217000 } from './0018-draw-installation-name.js';
import { HideTypedAccounts1640995218000 } from './0019-hide-typed-accounts.js';
import { IndexEndedTokens1640995219000 } from './0020-index-ended-tokens.js';
import { KeepTheRoom1640995220000 } from './0021-keep-the-room.js';
import { RememberRemovedRooms1640995221000 } from './0022-remember-removed-rooms.js';
import { CountByDifferences1640995222000 } from './0023-count-by-differences.js';

/** In the order in which they are applied. One effect each; a backfill is one of its own. */
export const migrations = [
  CreatePlatform1640995200000,
  CreateUnits1640995201000,
  CreateAccounts1640995202000,
  CreatePeople1640995203000,
  CreateInstructors1640995204000,
  CreateSites1640995205000,
  CreateCourses1640995206000,
  CreateSchedule1640995207000,
  CreateEnrollments1640995208000,
  CreateAttendance1640995209000,
  CreateStatistics1640995210000,
  IndexWhatWaits1640995211000,
  TellRepeatsApart1640995212000,
  CreateDatabaseIdentity1640995213000,
  RememberWhatItHolds1640995214000,
  DeriveLateness1640995215000,
  NameInstallations1640995216000,
  DrawInstallationName1640995217000,
  HideTypedAccounts1640995218000,
  IndexEndedTokens1640995219000,
  KeepTheRoom1640995220000,
  RememberRemovedRooms1640995221000,
  CountByDifferences1640995222000,
];
