# Installs one of our packages on a Windows computer that is thrown away afterwards, asks the console program what deployment
# tools ask, takes a picture of the window, uninstalls, and lists what stayed. For Windows PowerShell 5.1, as administrator.
param(
  [Parameter(Mandatory)] [ValidateSet('nsis', 'msi')] [string] $Kind,
  [Parameter(Mandatory)] [string] $Packages,
  [Parameter(Mandatory)] [string] $Out
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
New-Item -ItemType Directory -Force $Out | Out-Null
$wrong = [System.Collections.Generic.List[string]]::new()
$folder = Join-Path $env:ProgramFiles 'Cutover'
$cutover = Join-Path $folder 'bin\cutover.exe'

function Expect([string] $what, [bool] $isSo) {
  Write-Host $(if ($isSo) { "ok      $what" } else { "WRONG   $what" })
  if (-not $isSo) { $wrong.Add($what) }
}

# Runs a program to its end; what it prints and its code.
function Ask([string] $program, [string[]] $arguments) {
  # Windows PowerShell takes a line on a redirected stderr for an error and would stop at it (PowerShell/PowerShell#13361).
  $ErrorActionPreference = 'Continue'
  $said = & $program @arguments 2>$null
  [pscustomobject]@{ Text = ($said -join "`n"); Lines = @($said); Code = $LASTEXITCODE }
}

function Places {
  $uninstall = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall'
  $files = $folder, "$env:ProgramData\Cutover", "$env:APPDATA\Cutover", "$env:LOCALAPPDATA\Cutover", "$env:PUBLIC\Desktop\Cutover.lnk", "$env:ProgramData\Microsoft\Windows\Start Menu\Programs\Cutover.lnk"
  $files | Where-Object { Test-Path $_ }
  Get-ChildItem $uninstall -ErrorAction SilentlyContinue | ForEach-Object { Get-ItemProperty $_.PSPath } |
    Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -like 'Cutover*' } | ForEach-Object { $_.PSPath }
}

function WaitFor([int] $seconds, [scriptblock] $isSo) {
  for ($waited = 0; $waited -lt $seconds * 2; $waited++) {
    if (& $isSo) { return $true }
    Start-Sleep -Milliseconds 500
  }
  return $false
}

Expect 'nothing of ours is there before' (@(Places).Count -eq 0)

if ($Kind -eq 'nsis') {
  $package = (Get-ChildItem $Packages -Recurse -Filter 'Cutover-*-setup-x64.exe')[0].FullName
  $installed = Start-Process $package '/S' -Wait -PassThru
} else {
  $package = (Get-ChildItem $Packages -Recurse -Filter 'Cutover-*.msi')[0].FullName
  $installed = Start-Process msiexec.exe "/i `"$package`" /qn /norestart /l*v `"$Out\install.log`"" -Wait -PassThru
}
Expect "the package installs itself (code $($installed.ExitCode))" ($installed.ExitCode -eq 0)
Expect 'the console program lies where the documents say' (Test-Path $cutover)

# What deployment tools ask, in their own contracts.
$json = Ask $cutover @('check', '--json')
$json.Text | Set-Content "$Out\check.json"
$state = $json.Text | ConvertFrom-Json
# Not 0: the hosted Windows has no antivirus at work (runner-images, Configure-WindowsDefender.ps1).
Expect 'a program gets one document, with the code that it ends with' ($state.format -eq 'cutover-result/1' -and $json.Code -eq $state.rc)
foreach ($contract in 'plain', 'intune-app', 'configmgr', 'remediation') {
  $answer = Ask $cutover @('check', '--contract', $contract)
  "$contract`t$($answer.Code)`t$($answer.Text)" | Add-Content "$Out\contracts.txt"
  Expect "$contract begins with no empty line" ($answer.Lines.Count -eq 0 -or "$($answer.Lines[0])" -ne '')
  if ($contract -eq 'configmgr') { Expect 'configmgr says nothing, or installed' ($answer.Code -in 0, 1) }
}
Expect 'a typing error ends with its code' ((Ask $cutover @('verfy')).Code -eq 2001)
Expect 'arguments with a colon get through' ((Ask $cutover @('scan', '--json', '--from', 'C:\missing', '--language', 'de')).Code -eq 2013)
(Ask $cutover @('inventory', '--json')).Text | Set-Content "$Out\inventory.json"
(Ask $cutover @('selftest', '--json')).Text | Set-Content "$Out\selftest.json"

# The window.
$window = Start-Process (Join-Path $folder 'Cutover.exe') -PassThru
$shown = WaitFor 60 { $window.Refresh(); $window.HasExited -or $window.MainWindowTitle -eq 'Cutover' }
Expect 'the window comes up' ($shown -and -not $window.HasExited)
Start-Sleep -Seconds 5
Add-Type -AssemblyName System.Windows.Forms, System.Drawing
$screen = [System.Windows.Forms.SystemInformation]::VirtualScreen
$picture = New-Object System.Drawing.Bitmap $screen.Width, $screen.Height
[System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($screen.Location, [System.Drawing.Point]::Empty, $screen.Size)
$picture.Save((Join-Path (Resolve-Path $Out) 'window.png'))
if (-not $window.HasExited) {
  $window.CloseMainWindow() | Out-Null
  Expect 'the window closes' (WaitFor 20 { $window.Refresh(); $window.HasExited })
  if ($window.HasExited) { Expect "it ends well (code $($window.ExitCode))" ($window.ExitCode -eq 0) } else { $window | Stop-Process -Force }
}

if ($Kind -eq 'nsis') {
  Start-Process (Join-Path $folder 'Uninstall Cutover.exe') '/S' -Wait
} else {
  Start-Process msiexec.exe "/x `"$package`" /qn /norestart /l*v `"$Out\uninstall.log`"" -Wait
}
# The uninstaller of NSIS goes on in a copy of itself.
Expect 'the program is gone' (WaitFor 60 { -not (Test-Path (Join-Path $folder 'Cutover.exe')) -and -not (Test-Path $cutover) })
$stayed = @(Places)
$stayed | Set-Content "$Out\stayed.txt"
Write-Host "stayed:`n$($stayed -join "`n")"
Expect 'only records of runs and of the window stay' (@($stayed | Where-Object { $_ -notlike "$env:ProgramData\Cutover*" }).Count -eq 0)

if ($wrong.Count -gt 0) { throw "Wrong: $($wrong -join '; ')" }
