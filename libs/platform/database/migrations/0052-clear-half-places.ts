import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Half a place stands on no map: what is left of it is no loss, and says nothing. */
export class ClearHalfPlaces1640995251000 implements MigrationInterface {
  name = 'ClearHalfPlaces1640995251000';
  async up(db: QueryRunner): Promise<void> {
    await db.query('UPDATE teaching_sites SET latitude = NULL, longitude = NULL WHERE latitude IS NULL OR longitude IS NULL');
  }
  /** Nobody misses it. */
  async down(): Promise<void> {}
}
