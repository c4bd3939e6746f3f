import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver/node';
import { namedBy } from '../../server/src/file-patterns';
import { Choices } from '../../server/src/lsp/choices';
import type { Configuration } from '../../server/src/lsp/configuration';
import { Folders } from '../../server/src/lsp/folders';
import { OpenDocument } from '../../server/src/lsp/open-document';
import { limits, Workspace } from '../../server/src/lsp/workspace';
import { defaultSettings, type Settings } from '../../server/src/settings';

const folder = 'file:///w';
const workspaceFolder = (uri: string) => ({ uri, name: uri });
const document = (id: string): string => `# ${id}: search was down\n\n**Status:** Resolved\n\n## Impact\n\nNone.\n\n## Root Cause\n\nA disk.\n`;

/** A workspace over files that a test holds in its hands: what reads them waits for it where it wants. */
class World {
  readonly files = new Map<string, string>();
  readonly log: string[] = [];
  readonly documents = new Map<string, OpenDocument>();
  settings: Settings = defaultSettings;
  /** What is called when a file is being read. */
  onRead: (uri: string) => Promise<void> | void = () => undefined;
  reads = 0;
  atOnce = 0;
  readonly progress: string[] = [];
  readonly cancel = new CancellationTokenSource();
  readonly choices = new Choices();
  readonly folders: Folders;
  readonly workspace: Workspace;

  constructor(names: readonly string[], most = limits, folders: readonly string[] = [folder]) {
    this.folders = new Folders({ workspaceFolders: folders.map(workspaceFolder) });
    for (const name of names) this.files.set(`${folder}/${name}`, document(name.replace(/\.\w+$/, '').toUpperCase()));
    let reading = 0;
    const { files, log } = this;
    const read = async (uri: string): Promise<string | null> => {
      this.reads++;
      this.atOnce = Math.max(this.atOnce, ++reading);
      const text = files.get(uri) ?? null;
      try {
        await this.onRead(uri);
      } finally {
        reading--;
      }
      return text;
    };
    const host = {
      now: () => 0,
      timeZone: () => 'UTC',
      log: (message: string) => void log.push(message),
      async *find(below: string) {
        for (const uri of files.keys()) if (uri.startsWith(`${below}/`)) yield uri;
      },
      finds: async (uri: string) => !uri.includes('/ignored/'),
      readFile: read,
    };
    const reporter = {
      begin: (title: string, _: number, __: unknown, cancellable: boolean) => void this.progress.push(`${title}${cancellable ? ', cancellable' : ''}`),
      report: () => undefined,
      done: () => void this.progress.push('done'),
      token: this.cancel.token,
    };
    const effective = async (uri: string) => ({ settings: this.settings, named: namedBy(uri, this.settings.files, () => folder) });
    const configuration = { settingsIn: async () => this.settings, effectiveOf: effective, effectiveOfClosed: effective } as unknown as Configuration;
    const connection = { window: { createWorkDoneProgress: async () => reporter } } as never;
    this.workspace = new Workspace({ connection, host, configuration, documents: this.documents, folders: this.folders, choices: this.choices }, () => undefined, most);
  }

  open(name: string, text: string, uri = `${folder}/${name}`): void {
    this.documents.set(uri, new OpenDocument(uri, 'markdown', 1, text, 'utf-16'));
    this.workspace.update(uri, true);
  }

  close(name: string): void {
    this.documents.delete(`${folder}/${name}`);
    this.workspace.update(`${folder}/${name}`, false);
  }

  change(type: FileChangeType, ...names: string[]): void {
    this.workspace.filesChanged(names.map((name) => ({ uri: `${folder}/${name}`, type })));
  }

  async ids(): Promise<string[]> {
    return (await this.workspace.ready()).digests.flatMap(({ ids }) => ids);
  }
}

describe('the workspace', () => {
  test('reads nothing before somebody asks', async () => {
    const world = new World(['inc-21.md']);
    assert.equal(world.workspace.index.size, 0);
    world.change(FileChangeType.Changed, 'inc-21.md');
    assert.equal(world.reads, 0);
    assert.deepEqual(await world.ids(), ['INC-21']);
    assert.deepEqual(await world.ids(), ['INC-21']);
    assert.equal(world.reads, 1);
  });

  test('reads a few files at a time, and passes over what is no incident document', async () => {
    const world = new World(Array.from({ length: 40 }, (_, number) => `inc-${1000 + number}.md`));
    world.files.set(`${folder}/readme.md`, '# Shopping\n\nMilk.\n');
    world.onRead = () => new Promise((resolve) => setTimeout(resolve, 1));
    assert.equal((await world.ids()).length, 40);
    assert.ok(world.atOnce > 1 && world.atOnce <= 8, String(world.atOnce));
  });

  test('begins by itself a while after the first incident document was opened', async () => {
    const world = new World(['inc-21.md']);
    world.open('inc-22.md', document('INC-22'));
    assert.equal(world.workspace.index.size, 1);
    await new Promise((resolve) => setTimeout(resolve, 1700));
    assert.equal(world.workspace.index.size, 2);
  });

  test('follows files that are created, changed, deleted and renamed', async () => {
    const world = new World(['inc-21.md', 'inc-22.md']);
    await world.ids();
    world.files.set(`${folder}/inc-23.md`, document('INC-23'));
    world.change(FileChangeType.Created, 'inc-23.md');
    assert.deepEqual(await world.ids(), ['INC-21', 'INC-22', 'INC-23']);
    world.files.set(`${folder}/inc-21.md`, document('INC-29'));
    world.change(FileChangeType.Changed, 'inc-21.md');
    assert.deepEqual(await world.ids(), ['INC-29', 'INC-22', 'INC-23']);
    world.files.set(`${folder}/inc-21.md`, '# Shopping\n\nMilk.\n');
    world.change(FileChangeType.Changed, 'inc-21.md');
    assert.deepEqual(await world.ids(), ['INC-22', 'INC-23']);
    world.files.set(`${folder}/inc-24.md`, world.files.get(`${folder}/inc-23.md`)!);
    world.files.delete(`${folder}/inc-23.md`);
    world.change(FileChangeType.Deleted, 'inc-23.md');
    world.change(FileChangeType.Created, 'inc-24.md');
    assert.deepEqual((await world.workspace.ready()).digests.map(({ uri }) => uri), [`${folder}/inc-22.md`, `${folder}/inc-24.md`]);
    world.files.delete(`${folder}/inc-22.md`);
    world.change(FileChangeType.Deleted, 'inc-22.md');
    assert.deepEqual(await world.ids(), ['INC-23']);
  });

  test('forgets the documents of a folder that is deleted, and does not take in what is ignored', async () => {
    const world = new World(['old/inc-21.md', 'old/inc-22.md', 'inc-23.md']);
    await world.ids();
    world.files.delete(`${folder}/old/inc-21.md`);
    world.files.delete(`${folder}/old/inc-22.md`);
    world.files.set(`${folder}/ignored/inc-24.md`, document('INC-24'));
    world.change(FileChangeType.Deleted, 'old');
    world.change(FileChangeType.Created, 'ignored/inc-24.md');
    assert.deepEqual((await world.workspace.ready()).digests.map(({ uri }) => uri), [`${folder}/inc-23.md`]);
  });

  test('an older reading never replaces a newer one', async () => {
    const world = new World(['inc-21.md']);
    await world.ids();
    const waiting: (() => void)[] = [];
    world.onRead = () => new Promise((resolve) => void waiting.push(resolve));
    for (const id of ['INC-22', 'INC-23']) {
      world.files.set(`${folder}/inc-21.md`, document(id));
      world.change(FileChangeType.Changed, 'inc-21.md');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const ids = world.ids();
    // the newer one, where it has begun, ends first
    while (waiting.length > 0) {
      waiting.pop()!();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(await ids, ['INC-23']);
  });

  test('takes an open document as it stands in the editor, until it is closed', async () => {
    const world = new World(['inc-21.md']);
    world.open('inc-21.md', document('INC-28'));
    assert.deepEqual(await world.ids(), ['INC-28']);
    world.change(FileChangeType.Changed, 'inc-21.md');
    assert.deepEqual(await world.ids(), ['INC-28']);
    world.close('inc-21.md');
    assert.deepEqual(await world.ids(), ['INC-21']);
  });

  test('knows a file by one name, however a client spells it', async () => {
    const world = new World([]);
    world.files.set(`${folder}/inc%20%281%29.md`, document('INC-21'));
    await world.ids();
    const uri = `${folder}/inc%20(1).md`;
    world.open('', document('INC-28'), uri);
    assert.deepEqual((await world.workspace.ready()).digests.map((digest) => [digest.uri, digest.ids[0]]), [[uri, 'INC-28']]);
    world.documents.delete(uri);
    world.workspace.update(uri, false);
    assert.deepEqual((await world.workspace.ready()).digests.map((digest) => [digest.uri, digest.ids[0]]), [[`${folder}/inc%20%281%29.md`, 'INC-21']]);
  });

  test('forgets an untitled document that is closed', async () => {
    const world = new World([]);
    world.open('', document('INC-28'), 'untitled:a.md');
    assert.deepEqual(await world.ids(), ['INC-28']);
    world.documents.delete('untitled:a.md');
    world.workspace.update('untitled:a.md', false);
    assert.deepEqual(await world.ids(), []);
  });

  test('reads a document that is open or not', async () => {
    const world = new World(['inc-21.md', 'inc-22.md']);
    world.open('inc-22.md', document('INC-28'));
    world.files.set(`${folder}/readme.md`, '# Shopping\n\nMilk.\n');
    const titles = await Promise.all(['inc-21.md', 'inc-22.md', 'readme.md', 'none.md'].map(async (name) => (await world.workspace.read(`${folder}/${name}`))?.title?.text ?? null));
    assert.deepEqual(titles, ['INC-21: search was down', 'INC-28: search was down', null, null]);
  });

  test('follows the setting at once', async () => {
    const world = new World(['inc-21.md']);
    world.open('inc-22.md', document('INC-22'));
    assert.deepEqual(await world.ids(), ['INC-21', 'INC-22']);
    world.settings = { ...defaultSettings, workspace: { index: false } };
    world.workspace.readAgain();
    assert.deepEqual(await world.ids(), ['INC-22']);
    world.change(FileChangeType.Changed, 'inc-21.md');
    assert.deepEqual(await world.ids(), ['INC-22']);
    world.settings = defaultSettings;
    world.workspace.readAgain();
    assert.deepEqual(await world.ids(), ['INC-21', 'INC-22']);
  });

  describe('agrees with what is open where the settings or the user have the word:', () => {
    const plain = '# Shopping\n\nMilk.\n';
    const files: Settings['files'] = { include: ['lists/'], exclude: ['/old/'] };
    for (const [what, name, text, choice, isThere] of [
      ['excluded', 'old/inc-1.md', document('INC-1'), undefined, false],
      ['excluded, but ours by its name', 'old/inc-1.incident.txt', document('INC-1'), undefined, true],
      ['excluded, but chosen', 'old/inc-1.md', document('INC-1'), 'incident', true],
      ['included', 'lists/a.md', plain, undefined, true],
      ['included, but left out by the user', 'lists/a.md', plain, 'other', false],
      ['chosen', 'a.md', plain, 'incident', true],
      ['left out by the user', 'inc-1.md', document('INC-1'), 'other', false],
      ['chosen, and ignored by git', 'ignored/a.md', plain, 'incident', true],
    ] as const) {
      test(what, async () => {
        const world = new World([]);
        const uri = `${folder}/${name}`;
        world.settings = { ...defaultSettings, files };
        world.files.set(uri, text);
        if (choice) world.choices.become({ [uri]: choice });
        const isKnown = async () => (await world.workspace.ready()).of(uri) !== undefined;
        assert.equal(await isKnown(), isThere, 'closed, after the folders were read');
        assert.equal((await world.workspace.read(uri)) !== null, isThere, 'closed, read');
        world.change(FileChangeType.Changed, name);
        assert.equal(await isKnown(), isThere, 'closed, after a change');
        const open = new OpenDocument(uri, 'markdown', 1, text, 'utf-16');
        world.documents.set(uri, open);
        assert.equal((await world.workspace.read(uri)) !== null, isThere, 'open');
      });
    }

    test('the user changes it', async () => {
      const world = new World(['inc-21.md', 'inc-22.md']);
      assert.deepEqual(await world.ids(), ['INC-21', 'INC-22']);
      const { reads } = world;
      world.workspace.lookAt(world.choices.become({ [`${folder}/inc-21.md`]: 'other' }));
      assert.deepEqual(await world.ids(), ['INC-22']);
      world.workspace.lookAt(world.choices.become({}));
      assert.deepEqual(await world.ids(), ['INC-21', 'INC-22']);
      assert.equal(world.reads, reads + 1, 'no other file is read for it');
    });
  });

  test('follows the folders', async () => {
    const world = new World(['a/inc-21.md', 'b/inc-22.md'], limits, [`${folder}/a/`]);
    assert.deepEqual(await world.ids(), ['INC-21']);
    world.folders.change({ added: [workspaceFolder(`${folder}/b`)], removed: [workspaceFolder(`${folder}/a`)] });
    world.workspace.readAgain();
    assert.deepEqual(await world.ids(), ['INC-22']);
  });

  test('says once of what it remembers no more', async () => {
    const world = new World(['inc-21.md', 'inc-22.md', 'inc-23.md', 'inc-24.md'], { documents: 2, files: 3 });
    assert.deepEqual(await world.ids(), ['INC-21', 'INC-22']);
    world.workspace.readAgain();
    await world.ids();
    assert.equal(world.log.filter((line) => line.startsWith('Only 2 incident documents')).length, 1);
    assert.equal(world.log.filter((line) => line.startsWith('Only 3 files')).length, 1);
  });

  test('passes over a file that cannot be read, and says so once', async () => {
    const world = new World(['inc-21.md', 'inc-22.md']);
    world.onRead = (uri) => {
      if (uri.endsWith('21.md')) throw new Error('is 3.0 MB large');
    };
    assert.deepEqual(await world.ids(), ['INC-22']);
    world.workspace.readAgain();
    assert.deepEqual(await world.ids(), ['INC-22']);
    assert.deepEqual(world.log.filter((line) => line.includes('3.0 MB')), [`${folder}/inc-21.md is passed over: is 3.0 MB large`]);
  });

  test('waits no longer than the request', async () => {
    const world = new World(['inc-21.md']);
    let go = (): void => undefined;
    world.onRead = () => new Promise((resolve) => (go = resolve));
    const request = new CancellationTokenSource();
    const ready = world.workspace.ready(request.token);
    request.cancel();
    assert.equal((await ready).size, 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    go();
    assert.deepEqual(await world.ids(), ['INC-21']);
  });

  test('tells how far it is when it takes long, and ends when it is told to', async () => {
    const world = new World(Array.from({ length: 400 }, (_, number) => `inc-${1000 + number}.md`));
    world.onRead = () => new Promise((resolve) => setTimeout(resolve, 60));
    const ids = world.ids();
    await new Promise((resolve) => setTimeout(resolve, 1300));
    assert.deepEqual(world.progress, ['Reading incident documents, cancellable']);
    world.cancel.cancel();
    const count = (await ids).length;
    assert.ok(count > 0 && count < 400, String(count));
    assert.deepEqual(world.progress.slice(1), ['done']);
    // and nobody begins again
    assert.equal((await world.ids()).length, count);
    world.onRead = () => undefined;
    world.workspace.readAgain();
    assert.equal((await world.ids()).length, 400);
  });
});
