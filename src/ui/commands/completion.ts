import type { Command } from 'commander';
import { wrong } from './options.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'pwsh'] as const;
type Shell = (typeof SHELLS)[number];

interface Entry {
  /** `` for the program, `profile`, `profile list`. */
  readonly path: string;
  readonly words: readonly string[];
}

/** A script that completes commands and flags, made from the same table that parses them. @throws ProblemError `flag-invalid` */
export function completionScript(shell: string, program: Command): string {
  const known = SHELLS.find((each) => each === shell) ?? wrong('completion', shell, SHELLS.join(', '));
  return WRITERS[known](entriesOf(program));
}

function entriesOf(program: Command): readonly Entry[] {
  const globals = flagsOf(program);
  const visit = (command: Command, path: string): readonly Entry[] => [
    { path, words: [...command.commands.map((each) => each.name()), ...(command === program ? [] : flagsOf(command)), ...globals] },
    ...command.commands.flatMap((each) => visit(each, path === '' ? each.name() : `${path} ${each.name()}`)),
  ];
  return visit(program, '');
}

function flagsOf(command: Command): readonly string[] {
  return [...command.options.flatMap((option) => (option.hidden || option.long === undefined ? [] : [option.long]))];
}

const WRITERS: Readonly<Record<Shell, (entries: readonly Entry[]) => string>> = {
  bash: (entries) => `# eval "$(amltls completion bash)"
_amltls() {
  local path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -* ]] || path="\${path:+$path }$word"; done
  local words
  while :; do
    case "$path" in
${entries.map(({ path, words }) => `      "${path}") words="${words.join(' ')}"; break;;`).join('\n')}
      *\\ *) path="\${path% *}";;
      *) path="";;
    esac
  done
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _amltls amltls
`,
  zsh: (entries) => `#compdef amltls
# eval "$(amltls completion zsh)"
_amltls() {
  local path_="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do [[ $word == -* ]] || path_="\${path_:+$path_ }$word"; done
  local -a candidates
  while :; do
    case "$path_" in
${entries.map(({ path, words }) => `      "${path}") candidates=(${words.join(' ')}); break;;`).join('\n')}
      *\\ *) path_="\${path_% *}";;
      *) path_="";;
    esac
  done
  compadd -- $candidates
  _files
}
compdef _amltls amltls
`,
  fish: (entries) => `# amltls completion fish | source
complete -c amltls -e
${entries.flatMap(fishLines).join('\n')}
`,
  pwsh: (entries) => `# amltls completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName amltls -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $table = @{
${entries.map(({ path, words }) => `    '${path}' = '${words.join(' ')}'`).join('\n')}
  }
  $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } | Where-Object { $_ -notlike '-*' -and $_ -ne $wordToComplete })
  while ($given.Count -gt 0 -and -not $table.ContainsKey($given -join ' ')) { $given = @($given | Select-Object -SkipLast 1) }
  $table[$given -join ' '] -split ' ' | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
};

function fishLines({ path, words }: Entry): readonly string[] {
  const parts = path.split(' ').filter((part) => part !== '');
  const condition = parts.length === 0 ? '__fish_use_subcommand' : parts.map((part) => `__fish_seen_subcommand_from ${part}`).join('; and ');
  return words.map((word) =>
    word.startsWith('--') ? `complete -c amltls -n '${condition}' -l ${word.slice(2)}` : `complete -c amltls -n '${condition}' -f -a ${word}`,
  );
}
