import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether the sessions of a unit and of all under it may be photographed: nowhere, until somebody switches it on. */
export class SwitchPhotos1640995254000 implements MigrationInterface {
  name = 'SwitchPhotos1640995254000';
  async up(db: QueryRunner): Promise<void> {
    if (!(await db.hasColumn('units', 'photos')))
      await db.query('ALTER TABLE units ADD COLUMN photos tinyint(1) NOT NULL DEFAULT 0, ADD KEY ix_units_photos (photos)');
  }
  async down(db: QueryRunner): Promise<void> {
    if (await db.hasColumn('units', 'photos')) await db.query('ALTER TABLE units DROP KEY ix_units_photos, DROP COLUMN photos');
  }
}
