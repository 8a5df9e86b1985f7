import { type Words } from '../../console/words/shape.ts';

/** What is said of photos, where a unit has switched them on. */
export const zh = {
  open: '照片',
  title: '现场照片',
  take: '拍一张',
  another: '再拍一张',
  making: '正在存入手机',
  hint: '拍不拍由你决定,不影响登记。照片缩小后先存在手机里,登记都发完了才一张一张发出;不带拍摄地点。',
  none: '手机里没有这一课次等着发的照片。',
  one: '照片',
  waiting: '{{count}} 张照片待发',
  back: '撤回',
  drop: '删除',
  said: {
    unreadable: '这张读不出来,没有保存。请再拍一张。',
    full: '手机空间不够,照片没有保存。登记照常。',
    failed: '照片没有保存,请再拍一张。',
    enough: '这一课次手机里已有 20 张照片,发出以后才能再拍。',
  },
  closed: '这一课次现在不能拍照。',
  notLoaded: '拍照的一页没有打开。请联网后重新打开应用再试,登记照常。',
};

export const en: Words<typeof zh> = {
  open: 'Photos',
  title: 'Photos of the session',
  take: 'Take a photo',
  another: 'Take another',
  making: 'Saving it on the phone',
  hint: 'Nobody has to take any, and attendance does not depend on them. They are made small and kept on the phone, and leave one by one once all marks have; without the place where they were taken.',
  none: 'No photos of this session wait on the phone.',
  one: 'Photo',
  waiting: '{{count}} photos to send',
  back: 'Take back',
  drop: 'Delete',
  said: {
    unreadable: 'This one could not be read and was not saved. Take another.',
    full: 'Too little room on the phone: the photo was not saved. Marks go on.',
    failed: 'The photo was not saved. Take another.',
    enough: 'The phone holds 20 photos of this session; more can be taken once they have left.',
  },
  notLoaded: 'The page for photos did not open. Open the app again with a network; marks go on.',
  closed: 'No photos can be taken of this session now.',
};
