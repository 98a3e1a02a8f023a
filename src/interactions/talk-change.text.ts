import { catalogue } from '../i18n/language.ts';
import { type Rich, rich } from '../slack/text.ts';

export const talkChangeText = catalogue(
  {
    did: {
      'interaction.changed': 'changed a log',
      'interaction.deleted': 'took a log back',
      'interaction.restored': 'put a log back',
    },
    somebody: 'Dossier',
    about: (kind: string, when: string): Rich => rich`(${kind}, ${when})`,
    set: (field: string, from: string, to: string): Rich => rich`${field}: ${from} → ${to}`,
    nothing: '—',
  },
  {
    did: {
      'interaction.changed': '修改了一条记录',
      'interaction.deleted': '撤销了一条记录',
      'interaction.restored': '恢复了一条记录',
    },
    somebody: 'Dossier',
    about: (kind: string, when: string): Rich => rich`（${kind}，${when}）`,
    set: (field: string, from: string, to: string): Rich => rich`${field}：${from} → ${to}`,
    nothing: '—',
  },
);
