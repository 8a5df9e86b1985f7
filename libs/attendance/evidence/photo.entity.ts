import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A photo of a session as a phone handed it over, in one of the session's places; of one that was removed the id is all that is left. */
@Entity('photos')
@Index('uq_photos_position', ['sessionId', 'position'], { unique: true })
@Index('uq_photos_file', ['fileId'], { unique: true })
export class Photo {
  @PrimaryColumn({ type: 'binary', length: 16 })
  id: Buffer;

  @ForeignKey('sessions', { name: 'fk_photos_session' })
  @Column({ type: 'int', name: 'session_id', unsigned: true })
  sessionId: number;

  @Column({ type: 'smallint', unsigned: true, nullable: true })
  position: number | null;

  @ForeignKey('files', { name: 'fk_photos_file' })
  @Column({ type: 'int', name: 'file_id', unsigned: true, nullable: true })
  fileId: number | null;

  /** Of all that was sent: the same again is known by it. */
  @Column({ type: 'binary', name: 'body_hash', length: 32 })
  bodyHash: Buffer;

  @Column({ type: 'datetime', name: 'device_at', precision: 3 })
  deviceAt: Date;

  @Column({ type: 'datetime', name: 'received_at', precision: 3 })
  receivedAt: Date;

  @Column({ type: 'int', name: 'user_id', unsigned: true, nullable: true })
  userId: number | null;

  @Column({ type: 'int', name: 'device_id', unsigned: true, nullable: true })
  deviceId: number | null;

  /** Handed over by a phone that was revoked by then. */
  @Column({ type: 'boolean', name: 'from_revoked', default: false })
  fromRevoked: boolean;

  @Column({ type: 'datetime', name: 'removed_at', precision: 3, nullable: true })
  removedAt: Date | null;

  @Column({ type: 'int', name: 'removed_by', unsigned: true, nullable: true })
  removedBy: number | null;
}
