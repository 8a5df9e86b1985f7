import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Config, CONFIG } from '#platform/config';
import { connectionOptions } from './connection.js';
import { Transactions } from './transactions.js';

/** One pool a process; entities register themselves with `TypeOrmModule.forFeature` in the module of their lib. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: async (config: Config) => ({
        ...(await connectionOptions(config.databaseUrl, 12)),
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
    }),
  ],
  providers: [Transactions],
  exports: [Transactions, TypeOrmModule],
})
export class DatabaseModule {}
