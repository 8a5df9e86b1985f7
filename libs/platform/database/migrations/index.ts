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
import { CreateImportPages1640995223000 } from './0024-create-import-pages.js';
import { PageImportRows1640995224000 } from './0025-page-import-rows.js';
import { DropImportRows1640995225000 } from './0026-drop-import-rows.js';
import { CreateImportReadings1640995226000 } from './0027-create-import-readings.js';
import { IndexAuditByTime1640995227000 } from './0028-index-audit-by-time.js';
import { CreateAuditUnits1640995228000 } from './0029-create-audit-units.js';
import { TellAuditUnits1640995229000 } from './0030-tell-audit-units.js';
import { NameMappedFormats1640995230000 } from './0031-name-mapped-formats.js';
import { CancelImports1640995231000 } from './0032-cancel-imports.js';
import { CountUndoneRows1640995232000 } from './0033-count-undone-rows.js';
import { TidyAuditFacts1640995233000 } from './0034-tidy-audit-facts.js';
import { KnowPhones1640995239000 } from './0040-know-phones.js';
import { GivePhonesTokens1640995240000 } from './0041-give-phones-tokens.js';
import { CreateDeviceInvitations1640995241000 } from './0042-create-device-invitations.js';
import { AllowNoPassword1640995242000 } from './0043-allow-no-password.js';
import { KnowMarksOfRevokedPhones1640995247000 } from './0048-know-marks-of-revoked-phones.js';
import { TellMarksOfRevokedPhones1640995248000 } from './0049-tell-marks-of-revoked-phones.js';
import { CreateImportWrites1640995249000 } from './0050-create-import-writes.js';
import { NoteImportWrites1640995250000 } from './0051-note-import-writes.js';
import { ClearHalfPlaces1640995251000 } from './0052-clear-half-places.js';
import { DemandWholePlaces1640995252000 } from './0053-demand-whole-places.js';
import { CreateTraineeCards1640995253000 } from './0054-create-trainee-cards.js';
import { SwitchPhotos1640995254000 } from './0055-switch-photos.js';
import { CreatePhotos1640995255000 } from './0056-create-photos.js';
import { CarryMatches1640995260000 } from './0061-carry-matches.js';
import { KnowWhatPhonesLost1640995261000 } from './0062-know-what-phones-lost.js';

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
  CreateImportPages1640995223000,
  PageImportRows1640995224000,
  DropImportRows1640995225000,
  CreateImportReadings1640995226000,
  IndexAuditByTime1640995227000,
  CreateAuditUnits1640995228000,
  TellAuditUnits1640995229000,
  NameMappedFormats1640995230000,
  CancelImports1640995231000,
  CountUndoneRows1640995232000,
  TidyAuditFacts1640995233000,
  KnowPhones1640995239000,
  GivePhonesTokens1640995240000,
  CreateDeviceInvitations1640995241000,
  AllowNoPassword1640995242000,
  KnowMarksOfRevokedPhones1640995247000,
  TellMarksOfRevokedPhones1640995248000,
  CreateImportWrites1640995249000,
  NoteImportWrites1640995250000,
  ClearHalfPlaces1640995251000,
  DemandWholePlaces1640995252000,
  CreateTraineeCards1640995253000,
  SwitchPhotos1640995254000,
  CreatePhotos1640995255000,
  CarryMatches1640995260000,
  KnowWhatPhonesLost1640995261000,
];
