#!/usr/bin/env node
import { Misuse, WrongInput } from './problems.ts';

type Command = (args: readonly string[]) => Promise<void>;

/** A file a command, read only when it is called: `wayin keys` must not wait for a web server to load. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  start: async () => (await import('./start.ts')).start,
  build: async () => (await import('./build.ts')).build,
  keys: async () => (await import('./keys/command.ts')).keys,
  intake: async () => (await import('./intake/command.ts')).intake,
  people: async () => (await import('./people/command.ts')).people,
  timetable: async () => (await import('./timetable/command.ts')).timetable,
  check: async () => (await import('./check.ts')).check,
  postcodes: async () => (await import('./postcodes.ts')).postcodes,
  export: async () => (await import('./export.ts')).exportDirectory,
  import: async () => (await import('./import/command.ts')).importDirectory,
  forms: async () => (await import('./forms/command.ts')).forms,
  lint: async () => (await import('./lint.ts')).lint,
  promise: async () => (await import('./promise.ts')).promise,
};

const USAGE = `Usage: wayin <command>

  start                                     build the site if it changed, then serve site and intake
  build                                     build the site only
  keys new <recipient> [--out <file>]       make a key pair for a receiving service
  intake list                               what has arrived, a line each
  intake open <id or reference>             one submission as JSON, with the private key
  intake key-in <form or code> [answers.json or -] [--lang <code>] [--received <date>] [--channel paper-keyed|assisted]
                [--again yes]               a form that came on paper, or was asked on the phone; without a file it asks
  intake export --format csv|json [--from <date>] [--to <date>] [--quarter "2026/27 Q1"] [--form <id>]
                [--recipient <id>] [--counts month|quarter [--small shown]] [--show statements|registration]
  intake outcome <id or reference> --status <status> [--reason a|b|c|d] [--signposted-to <where>]
                [--unmet-need <what>] [--action <what was done>]
  intake delete <id or reference>           one goes for good, because the person asked for it
  intake retain --months <number> [--form <id>] [--destroy yes]
                                            what is older is listed, or goes for good
  intake destroyed                          the log of what went
  people invite <name> --role organiser|editor|coordinator [--groups <id>,<id>]
                                            somebody may sign in: prints a code that they use once, within 14 days
  people list                               who may sign in, a line each
  people groups <id> [--add <id>,<id>] [--remove <id>,<id>]
  people revoke <id>                        takes the access away, on every device at once
  people reset <id>                         a new code for a forgotten passphrase or a lost device
  timetable list [--group <id>]             organisers' changes, a line each: when, where it stands, group, what, by whom
  timetable export [--out <file>]           all changes and decisions as JSON lines, oldest first
  check <checker> <answers.json or -> [--lang <code>]
                                            what may be for somebody, why, and where to go next
  postcodes <ONSPD or NSPL csv> [--out <file>]
                                            build the postcode sets anew
  export oruk [--version oruk-3.0|hsds-3.0] [--out <folder>]
                                            the directory as Open Referral UK
  import oruk <file or address> [--name <name of the feed>]
                                            somebody else's directory, with a report of what was not kept
  forms import json-schema|surveyjs|xlsform|defra <file> <id> [--lang <code>]
                                            somebody else's form, with a report of what was not kept
  forms export <id> --to json-schema [--lang <code>] [--out <file>]
                                            a form as JSON Schema with a uiSchema
  forms translate <id> <language> --to xliff|csv [--out <file>]
                                            its sentences for a translator: new, changed since, done
  forms translated <id> <file> [--lang <code>]
                                            what came back, put into the form
  forms templates                           what a new form can begin with
  lint [--site <built site>]                checks content, forms and translations
  promise derby <received>                  the two reply dates for an ISO 8601 date and time
`;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!load) throw new Misuse(name === '' ? 'A command is missing.' : `There is no command "${name}".`);
    await (await load())(args);
    return 0;
  } catch (error) {
    if (error instanceof WrongInput) process.stderr.write(`wayin: ${error.message}\n`);
    if (error instanceof WrongInput) return 1;
    if (error instanceof Misuse) process.stderr.write(`wayin: ${error.message}\n${USAGE}`);
    if (error instanceof Misuse) return 2;
    throw error;
  }
}

// Not `process.exit`: it would cut off what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2));
