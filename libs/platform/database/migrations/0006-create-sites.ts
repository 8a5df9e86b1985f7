import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Training bases, teaching sites, and learning routes of stops. */
export class CreateSites1640995205000 implements MigrationInterface {
  name = 'CreateSites1640995205000';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE IF NOT EXISTS training_bases (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(100) NOT NULL,
        unit_id int unsigned NOT NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_training_bases_code (code),
        KEY ix_training_bases_unit (unit_id),
        CONSTRAINT fk_training_bases_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS teaching_sites (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(100) NOT NULL,
        unit_id int unsigned NOT NULL,
        base_id int unsigned NULL,
        theme varchar(100) NULL,
        address varchar(200) NULL,
        capacity int unsigned NULL,
        latitude decimal(9,6) NULL,
        longitude decimal(9,6) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_teaching_sites_code (code),
        KEY ix_teaching_sites_unit (unit_id),
        KEY ix_teaching_sites_base (base_id),
        CONSTRAINT fk_teaching_sites_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT fk_teaching_sites_base FOREIGN KEY (base_id) REFERENCES training_bases (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT ck_teaching_sites_capacity CHECK (capacity IS NULL OR capacity > 0)
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS learning_routes (
        id int unsigned NOT NULL AUTO_INCREMENT,
        code varchar(40) NULL,
        name varchar(100) NOT NULL,
        unit_id int unsigned NOT NULL,
        theme varchar(100) NULL,
        version int unsigned NOT NULL DEFAULT 1,
        created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        PRIMARY KEY (id),
        UNIQUE KEY uq_learning_routes_code (code),
        KEY ix_learning_routes_unit (unit_id),
        CONSTRAINT fk_learning_routes_unit FOREIGN KEY (unit_id) REFERENCES units (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
    await db.query(`
      CREATE TABLE IF NOT EXISTS route_stops (
        route_id int unsigned NOT NULL,
        position smallint unsigned NOT NULL,
        site_id int unsigned NOT NULL,
        minutes smallint unsigned NOT NULL,
        travel_minutes smallint unsigned NOT NULL DEFAULT 0,
        PRIMARY KEY (route_id, position),
        KEY ix_route_stops_site (site_id),
        CONSTRAINT fk_route_stops_route FOREIGN KEY (route_id) REFERENCES learning_routes (id) ON DELETE CASCADE ON UPDATE NO ACTION,
        CONSTRAINT fk_route_stops_site FOREIGN KEY (site_id) REFERENCES teaching_sites (id) ON DELETE NO ACTION ON UPDATE NO ACTION
      )
      ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE IF EXISTS route_stops');
    await db.query('DROP TABLE IF EXISTS learning_routes');
    await db.query('DROP TABLE IF EXISTS teaching_sites');
    await db.query('DROP TABLE IF EXISTS training_bases');
  }
}
