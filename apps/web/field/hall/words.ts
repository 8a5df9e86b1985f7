import { type Words } from '../../console/words/shape.ts';

/** What is said beside the code of a hall. */
export const zh = {
  open: '会场码',
  title: '会场码',
  qr: '会场二维码',
  scan: '学员用自己的手机扫码,或打开 {{address}} 输入:',
  scanOnly: '学员用自己的手机扫码,登记在:',
  left: '{{count}} 秒后换',
  came: '到 {{count}} / {{all}}',
  hint: '学员登记要有网络;这部手机不用。登记上的人,名单更新后在点名页上看得到。',
  none: '手机上的名单还没有会场码。联网更新名单后再打开。',
  turnedBack: '手机的时钟比上次更新名单时还早,这里的码学员用不了。请把手机的日期和时间调准,或联网更新名单;这之前按名字点名。',
  done: '返回点名',
};

export const en: Words<typeof zh> = {
  open: 'Hall code',
  title: 'Hall code',
  qr: 'QR code of the hall',
  scan: 'Trainees scan this with their own phones, or open {{address}} and type:',
  scanOnly: 'Trainees scan this with their own phones, to be recorded at:',
  left: 'changes in {{count}} s',
  came: '{{count}} of {{all}} came',
  hint: 'Trainees need a network, this phone does not. Who has signed in shows on the roll once rosters are updated.',
  none: 'The roster on this phone has no hall code yet. Update it with a network and open this again.',
  turnedBack:
    'The clock of this phone is earlier than when rosters last came: the code here lets nobody in. Set date and time right, or update rosters with a network; mark by name until then.',
  done: 'Back to the roll',
};
