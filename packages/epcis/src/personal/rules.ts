/** What findings say of persons' numbers: of those that are never stored, and of those that a capture was asked not to store. */
export const PERSONAL_NUMBER = {
  en: 'This is the identity number of a person, which is not stored: refer to persons by a key of your own, never by their number.',
  zh: '这是居民身份证号码，不予存储：涉及个人时请用自编的人员代号，不要用身份证号。',
} as const;

export const PERSONAL_DATA = {
  en: 'A telephone or identity number of a person stands here, and this capture is to take none: leave it out, refer to the person by a key of your own, or have it moved to the personal data (Suyuan-Personal-Data: move).',
  zh: '此处含有个人的电话或身份证号码，而本次采集要求不得含有：请删去，或改用自编的人员代号，或让系统移入个人信息库（Suyuan-Personal-Data: move）。',
} as const;
