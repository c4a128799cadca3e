import { wrong } from '../options.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'pwsh'] as const;
type Shell = (typeof SHELLS)[number];

/**
 * A script that asks `amltls __complete` for what may come next: one candidate a line, word and description parted by a tab. Where there is none,
 * the shell offers files.
 * @throws ProblemError `flag-invalid`
 */
export function completionScript(shell: string): string {
  const known = SHELLS.find((each) => each === shell) ?? wrong('completion', shell, SHELLS.join(', '));
  return SCRIPTS[known];
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# eval "$(amltls completion bash)"
_amltls() {
  local IFS=$'\\n' line
  COMPREPLY=()
  for line in $(amltls __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done
}
complete -o default -F _amltls amltls
`,
  zsh: `#compdef amltls
# eval "$(amltls completion zsh)"
_amltls() {
  local -a found shown
  local line
  for line in "\${(@f)$(amltls __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    found+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done
  if (( \${#found} )); then compadd -l -d shown -a found; else _files; fi
}
compdef _amltls amltls
`,
  fish: `# amltls completion fish | source
function __amltls_found
  set -l words (commandline -opc)
  set -l last (commandline -ct)
  set -g __amltls_words (amltls __complete -- $words[2..-1] "$last" 2>/dev/null)
  test (count $__amltls_words) -gt 0
end
complete -c amltls -e
complete -c amltls -n __amltls_found -f -a '$__amltls_words'
`,
  // An empty argument is lost on the way to a program in older versions: a sign that begins a value stands for it.
  pwsh: `# amltls completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName amltls -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($wordToComplete -eq '') { $given += '=' }
  amltls __complete -- @given 2>$null | ForEach-Object {
    $word, $says = $_ -split "\`t", 2
    if (-not $says) { $says = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $says)
  }
}
`,
};
