import { describe, expect, it } from 'vitest';
import { type LogFields, readLog } from '../../src/interactions/log-form.ts';

const now = new Date('2026-11-20T06:00:30Z');
const read = (sent: LogFields) => readLog(sent, { now, zone: 'Asia/Shanghai' });
const seconds = (iso: string): number => new Date(iso).getTime() / 1000;

describe('A form in which a talk is logged', () => {
  it('needs a few words, and takes the rest as usual: a meeting, now, that counts', () => {
    expect(read({ summary: ' Pilot agreed ' })).toEqual({
      ok: true,
      values: {
        kind: 'meeting',
        at: now.toISOString(),
        outcome: 'reached',
        summary: 'Pilot agreed',
        tone: null,
        contactIds: [],
      },
      colleagues: [],
      agreed: [],
    });
    expect(read({ summary: ' \n ' })).toMatchObject({ problems: { summary: { problem: 'summary-missing' } } });
    expect(read({ summary: 'half \uD83D' })).toMatchObject({ problems: { summary: { problem: 'unreadable' } } });
  });

  it('takes an e-mail as one way unless somebody says that they answered', () => {
    expect(read({ summary: 'x', kind: 'email' })).toMatchObject({ values: { outcome: 'attempt' } });
    expect(read({ summary: 'x', kind: 'email', outcome: 'reached' })).toMatchObject({ values: { outcome: 'reached' } });
    expect(read({ summary: 'x', kind: 'call', outcome: 'attempt' })).toMatchObject({ values: { outcome: 'attempt' } });
  });

  it('takes nothing that lies more than a day ahead', () => {
    expect(read({ summary: 'x', when: seconds('2026-11-21T06:00:00Z') })).toMatchObject({ ok: true });
    expect(read({ summary: 'x', when: seconds('2026-11-21T17:00:00Z') })).toMatchObject({
      problems: { when: { problem: 'in-future', day: '2026-11-22' } },
    });
  });

  it('reads a next step and both promises, each with its day', () => {
    const sent = { summary: 'x', step: 'Send the quote', stepOn: '2026-11-20', stepBy: 'U1', ours: 'A loan unit' };
    expect(read({ ...sent, theirs: 'The order', theirsOn: '2026-12-01' })).toMatchObject({
      agreed: [
        { kind: 'step', title: 'Send the quote', due: { on: '2026-11-20', time: null }, assignee: 'U1' },
        { kind: 'ours', title: 'A loan unit', due: null, assignee: null },
        { kind: 'theirs', title: 'The order', due: { on: '2026-12-01', time: null }, assignee: null },
      ],
    });
  });

  it('says where a day has no words, is over in the reader’s zone, or lies beyond all planning', () => {
    expect(read({ summary: 'x', oursOn: '2026-12-01', step: 'Call', stepOn: '2026-11-19' })).toEqual({
      ok: false,
      problems: { ours: { problem: 'title-missing' }, stepOn: { problem: 'date-past', day: '2026-11-19' } },
    });
    expect(read({ summary: 'x', theirs: 'The order', theirsOn: '2206-12-01' })).toMatchObject({
      problems: { theirsOn: { problem: 'date-far' } },
    });
  });
});
