import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** 学习线路: teaching sites in the order in which a practical class visits them. */
@Entity('learning_routes')
@Index('uq_learning_routes_code', ['code'], { unique: true })
@Index('ix_learning_routes_unit', ['unitId'])
export class LearningRoute {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  code: string | null;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @ForeignKey('units', { name: 'fk_learning_routes_unit' })
  @Column({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;

  @Column({ type: 'varchar', length: 100, nullable: true })
  theme: string | null;

  @Column({ type: 'int', unsigned: true, default: 1 })
  version: number;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** A stop of a route: how long one stays, and how long the way to it takes. */
@Entity('route_stops')
@Index('ix_route_stops_site', ['siteId'])
export class RouteStop {
  @ForeignKey('learning_routes', { name: 'fk_route_stops_route', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'route_id', unsigned: true })
  routeId: number;

  @PrimaryColumn({ type: 'smallint', unsigned: true })
  position: number;

  @ForeignKey('teaching_sites', { name: 'fk_route_stops_site' })
  @Column({ type: 'int', name: 'site_id', unsigned: true })
  siteId: number;

  @Column({ type: 'smallint', unsigned: true })
  minutes: number;

  @Column({ type: 'smallint', name: 'travel_minutes', unsigned: true, default: 0 })
  travelMinutes: number;
}
