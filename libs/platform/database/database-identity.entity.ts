import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The demo, whose sign-ins have a published password, or a county of real people. Never both. */
export type Holding = 'demo' | 'county';

/** What the database knows of itself, in its only row. */
@Entity('database_identity')
export class DatabaseIdentity {
  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  id: number;

  /** `null` until the demo or a county is begun. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  holds: Holding | null;

  /** Digests by which the keys are known again; `null` until the first start. */
  @Column({ type: 'binary', name: 'data_key_check', length: 32, nullable: true })
  dataKeyCheck: Buffer | null;

  @Column({ type: 'binary', name: 'index_key_check', length: 32, nullable: true })
  indexKeyCheck: Buffer | null;

  /** Random, drawn when it was migrated: by it the queues of installations that share a Redis are told apart. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  installation: string | null;
}
