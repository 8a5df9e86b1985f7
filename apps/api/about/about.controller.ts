import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { today } from '#platform/clock';
import { type Config, CONFIG } from '#platform/config';
import { Public, Shows } from '../wire/index.js';
import { AboutView } from './about.dto.js';
import { type Demo, DEMO } from './demo.js';

/** What a page has to know before anybody has signed in. Nothing of the county itself. */
@ApiTags('about')
@Controller('v1/about')
export class AboutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DEMO) private readonly demo: Demo | null,
  ) {}

  @Get()
  @Public()
  @Shows(AboutView, { summary: '这是什么系统:示例或正式,今天是哪天 · what this installation is, and which day it is here' })
  about(): AboutView {
    return {
      mode: this.config.mode,
      today: today(),
      year: this.demo?.year ?? Number(today().slice(0, 4)),
      password: this.demo?.password ?? null,
      signIns: this.demo?.signIns ?? [],
    };
  }
}
