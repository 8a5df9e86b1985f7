import { type Words } from '../../console/words/shape.ts';

/** What is said while cards are shown to the camera. */
export const zh = {
  open: '扫卡',
  title: '扫学员卡',
  view: '相机画面',
  show: '把卡上的二维码对准方框。',
  starting: '正在打开相机',
  came: '到 {{count}} / {{all}}',
  already: '已登记:{{status}}',
  unknown: '这张卡不在这份名单上',
  unknownHint: '可能是别班的卡,或是已换新卡的旧卡。人在名单上的,返回按名字登记;不在名单上的,按名单外的人登记。',
  notCard: '这不是学员卡',
  notKept: '没有保存',
  none: '名单上还没有人有学员卡。组织者在控制台的花名册印卡,联网更新名单后就能扫。',
  undo: '撤销这一个',
  done: '完成',
  torch: { on: '开灯', off: '关灯' },
  again: '再试一次',
  trouble: {
    denied: '没有相机权限。请在浏览器的网站设置里允许这个网站用相机,再试一次;也可以返回按名字登记。',
    missing: '这部手机没有可用的相机。请返回按名字登记。',
    busy: '相机打不开,可能正被别的应用占用。关掉它再试一次。',
    unable: '这个浏览器不让网页用相机。请换用系统自带的浏览器,或返回按名字登记。',
    noReader: '识别二维码的程序没有打开。联网后再试一次,或返回按名字登记。',
  },
};

export const en: Words<typeof zh> = {
  open: 'Cards',
  title: 'Scan cards',
  view: 'What the camera sees',
  show: 'Hold the QR code of the card into the frame.',
  starting: 'Opening the camera',
  came: '{{count}} of {{all}} came',
  already: 'Already marked: {{status}}',
  unknown: 'This card is not on this roster',
  unknownHint:
    'It may belong to another class, or have been replaced by a new one. Mark whoever is on the roster by name, and anybody else as a person off the list.',
  notCard: 'This is not a trainee’s card',
  notKept: 'Not saved',
  none: 'Nobody on the roster has a card yet. The organiser prints them from the roster at the console; they can be scanned once rosters are updated.',
  undo: 'Undo this one',
  done: 'Done',
  torch: { on: 'Light', off: 'Light off' },
  again: 'Try again',
  trouble: {
    denied: 'The camera is not allowed. Allow it for this site in the settings of the browser and try again; or go back and mark by name.',
    missing: 'This phone has no camera that can be used. Go back and mark by name.',
    busy: 'The camera does not open; another app may be using it. Close that and try again.',
    unable: 'This browser gives pages no camera. Use the phone’s own browser, or go back and mark by name.',
    noReader: 'The reader of QR codes did not open. Try again with a network, or go back and mark by name.',
  },
};
