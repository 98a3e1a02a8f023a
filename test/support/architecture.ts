import type { Source } from './sources.ts';

/** The nouns, in their order: each may use those before it. */
export const slices = [
  'audit',
  'access',
  'templates',
  'search',
  'accounts',
  'timeline',
  'drafts',
  'due',
  'tasks',
  'interactions',
  'lines',
  'cadence',
  'brief',
  'handover',
  'reminders',
  'operations',
  'desk',
  'demo',
] as const;

/** What each folder of plumbing may use of the others. None of them knows a noun. */
const plumbing = {
  i18n: [],
  lib: ['i18n'],
  db: ['lib', 'i18n'],
  http: ['lib'],
  slack: ['lib', 'i18n', 'db', 'http', 'inbox'],
  inbox: ['lib', 'db', 'slack'],
  outbox: ['lib', 'i18n', 'db', 'slack'],
  jobs: ['lib', 'i18n', 'db'],
  playground: [],
} as const satisfies Record<string, readonly string[]>;
type Plumbing = keyof typeof plumbing;

/** The pure words of access that plumbing speaks: a handler names its verb, a unit of work has its actor. */
const words: Readonly<Partial<Record<Plumbing, readonly string[]>>> = {
  db: ['src/access/actor.ts'],
  slack: ['src/access/policy.ts'],
  outbox: ['src/access/policy.ts'],
};

interface RoleRule {
  /** Roles of files, in its own slice and in earlier ones. */
  readonly roles: readonly string[];
  /** Folders of plumbing, or single files of theirs. */
  readonly plumbing: readonly string[];
  readonly packages: readonly string[];
}

/** Libraries that compute and do nothing else. */
const purePackages = ['zod', 'libphonenumber-js', 'pinyin-pro', 'chinese-days'];
/** `wiring` files hold types alone, so that nothing of them is there when the program runs. */
const pureRoles = ['', 'ids', 'format', 'read', 'wiring'];
/** What a use case may ask of the outbox and the clock. */
const engine = ['outbox/outbox.store', 'outbox/dead.store', 'outbox/queue', 'jobs/job', 'jobs/job-page.store'];
const pure: RoleRule = {
  roles: pureRoles,
  plumbing: ['lib', 'i18n', 'jobs/job', 'outbox/queue'],
  packages: [...purePackages, 'node:crypto'],
};

/** What the suffix of a file says that it may import. */
const roles: Readonly<Record<string, RoleRule>> = {
  '': pure,
  ids: pure,
  format: pure,
  read: pure,
  /** Types of what slices hand to one another and `app.ts` to handlers. */
  wiring: {
    ...pure,
    plumbing: [...pure.plumbing, 'slack/handler', 'slack/text', 'db/work'],
    packages: ['@slack/types'],
  },
  store: { roles: [...pureRoles, 'store'], plumbing: ['lib', 'i18n', 'db'], packages: ['zod', 'node:crypto'] },
  query: {
    roles: [...pureRoles, 'store', 'query'],
    plumbing: ['lib', 'i18n', 'db/work', ...engine],
    packages: ['zod'],
  },
  flow: {
    roles: [...pureRoles, 'store', 'query', 'flow'],
    plumbing: ['lib', 'i18n', 'db/work', 'db/database', ...engine],
    packages: ['zod'],
  },
  text: { roles: [...pureRoles, 'text'], plumbing: ['lib', 'i18n', 'slack/text'], packages: [] },
  view: {
    roles: [...pureRoles, 'text', 'view'],
    plumbing: [
      'lib',
      'i18n',
      'slack/blocks',
      'slack/text',
      'slack/limits',
      'slack/list',
      'slack/handler',
      'outbox/queue',
    ],
    packages: ['@slack/types'],
  },
  /** One kind of unasked message: who may have it, and how it reads. */
  notice: {
    roles: [...pureRoles, 'query', 'text', 'view', 'notice'],
    plumbing: ['lib', 'i18n', 'db/work', 'slack/handler', 'outbox/notice'],
    packages: ['zod'],
  },
  /** Scheduled work. */
  job: {
    roles: [...pureRoles, 'store', 'query', 'flow', 'job'],
    plumbing: ['lib', 'i18n', 'db/work', 'jobs', 'outbox'],
    packages: [],
  },
  slack: {
    roles: [...pureRoles, 'query', 'flow', 'text', 'view', 'slack'],
    plumbing: ['lib', 'i18n', 'slack'],
    packages: ['zod', '@slack/types'],
  },
};

/** Each with its reason; docs/decisions.md says more. */
export const exceptions: Readonly<Record<string, string>> = {
  'src/access/introductions.slack.ts → @slack/web-api': 'people are met by asking Slack who they are',
  'src/access/introductions.slack.ts → src/db/database.ts':
    'and written down before any of them is a member who could act',
  'src/demo/company.ts → src/playground/company.ts':
    'the demo describes the company that the local Slack is filled with',
};

interface Problem {
  readonly edge: string;
  readonly why: string;
}

/** Where a file stands: a slice with its role, a folder of plumbing, or the root of `src`; null when nobody knows it. */
export function placeOf(path: string) {
  const [folder = '', ...rest] = path.replace(/^src\//, '').split('/');
  if (rest.length === 0) return { kind: 'root', file: folder.replace(/\.ts$/, '') } as const;
  const file = rest.join('/').replace(/\.tsx?$/, '');
  if (folder in plumbing) return { kind: 'plumbing', folder: folder as Plumbing, file } as const;
  const order = (slices as readonly string[]).indexOf(folder);
  if (order < 0) return null;
  return { kind: 'slice', order, folder, role: roleOf(file) } as const;
}

function roleOf(file: string): string {
  if (file.endsWith('-wiring')) return 'wiring';
  return file.split('.')[1] ?? '';
}

/** Every import of a file that its place does not allow. */
export function problemsOf({ path, imports }: Source): readonly Problem[] {
  return imports.flatMap(({ to, isOurs }) => {
    const why = isOurs ? whyNot(path, to) : whyNotPackage(path, to);
    return why === null ? [] : [{ edge: `${path} → ${to}`, why }];
  });
}

function whyNot(from: string, to: string): string | null {
  const [here, there] = [placeOf(from), placeOf(to)];
  if (here === null || there === null) return 'an unknown folder';
  if (there.kind === 'plumbing' && there.folder === 'playground' && from !== 'src/main.ts')
    return here.kind === 'plumbing' && here.folder === 'playground'
      ? whyNotOnPage(from, to)
      : 'only main.ts knows the local Slack';
  if (here.kind === 'root')
    return there.kind === 'slice' && there.folder === 'demo' && here.file !== 'main'
      ? 'only main.ts knows the demo'
      : null;
  if (there.kind === 'root') return 'only the root of src knows the whole';
  if (here.kind === 'plumbing') {
    if (there.kind === 'slice') return words[here.folder]?.includes(to) ? null : 'plumbing knows no noun';
    const uses: readonly string[] = plumbing[here.folder];
    return there.folder === here.folder || uses.includes(there.folder)
      ? null
      : `${here.folder} does not use ${there.folder}`;
  }
  const rule = roles[here.role];
  if (!rule) return `no rule for the role ${here.role}`;
  if (there.kind === 'plumbing') {
    const may = rule.plumbing.includes(there.folder) || rule.plumbing.includes(`${there.folder}/${there.file}`);
    return may ? null : `a ${here.role || 'pure'} file does not use ${there.folder}/${there.file}`;
  }
  if (there.order > here.order) return `${there.folder} comes after ${here.folder}`;
  return rule.roles.includes(there.role)
    ? null
    : `a ${here.role || 'pure'} file does not use a ${there.role || 'pure'} one`;
}

/** The page is a program of its own: of the server it knows the protocol. */
function whyNotOnPage(from: string, to: string): string | null {
  const isPage = (path: string): boolean => path.startsWith('src/playground/page/');
  if (isPage(from))
    return isPage(to) || to === 'src/playground/protocol.ts' ? null : 'the page knows the protocol alone';
  return isPage(to) ? 'the page is a program of its own' : null;
}

function whyNotPackage(from: string, name: string): string | null {
  const here = placeOf(from);
  if (here?.kind !== 'slice') return null;
  const may = roles[here.role]?.packages.includes(name) ?? false;
  return may ? null : `a ${here.role || 'pure'} file does not use ${name}`;
}
