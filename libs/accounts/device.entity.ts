import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Index } from 'typeorm';

/** A phone that sent something, by the id it made for itself. `enrolled` once somebody vouched for it. */
@Entity('devices')
@Index('uq_devices_user_device', ['userId', 'deviceUuid'], { unique: true })
export class Device {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @ForeignKey('users', { name: 'fk_devices_user', onDelete: 'CASCADE' })
  @Column({ name: 'user_id', type: 'int', unsigned: true })
  userId: number;

  @Column({ name: 'device_uuid', type: 'binary', length: 16 })
  deviceUuid: Buffer;

  @Column({ name: 'token_id', type: 'int', unsigned: true, nullable: true })
  tokenId: number | null;

  @Column({ type: 'boolean', default: false })
  enrolled: boolean;

  @Column({ name: 'first_seen_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  firstSeenAt: Date;

  @Column({ name: 'last_seen_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  lastSeenAt: Date;
}
